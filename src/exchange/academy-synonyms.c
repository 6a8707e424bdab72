/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-synonyms.h"

#include <string.h>

#include "academy-language.h"

/* What people call a field in the headings of their tables, in Finnish and English,
 * beside its labels: a field of one kind, or all fields of a name. */
static const struct {
  const char *field;
  const char *headings;
} fields[] = {
  { "title", "otsikko,nimi,mitä,mitä tehdään,aihe,title,name,what,topic,item" },
  { "measure.title", "toimi,toimet,tehtävä,tehtävät,action,actions,task,tasks,activity,activities,to do" },
  { "goal.title", "tavoite,tavoitteet,päämäärä,goal,goals,objective,objectives,aim" },
  { "risk.title", "uhka,threat" },
  { "name", "nimi,henkilö,etunimi sukunimi,name,full name,person" },
  { "description", "kuvaus,selite,selitys,sisältö,tarkennus,lisätiedot,muuta,huomautukset,"
                   "description,remarks,details,content,explanation" },
  { "note", "huomiot,huomautukset,muuta,muistiinpanot,kommentti,kommentit,lisätiedot,notes,note,comment,comments,remarks" },
  { "owner_role", "vastuu,vastuuhenkilö,vastuutaho,vastuullinen,vastaava,vastuussa,kuka,omistaja,toteuttaja,"
                  "who,responsible,owner,responsibility,assignee,lead,accountable" },
  { "role_title", "nimike,tehtävänimike,rooli,title,job title,position,role" },
  { "role", "rooli,rooli akatemiassa,role" },
  { "contributors", "osallistujat,muut mukana,mukana,tukena,kumppanit,contributors,participants,support,partners,others" },
  { "start", "alku,alkaa,aloitus,aloituspäivä,alkupäivä,alkupvm,alkaen,aikataulu,ajankohta,milloin,ajoitus,toteutusaika,"
             "päivä,pvm,aika,start,begin,begins,from,schedule,timing,timeline,when,period,date,time" },
  { "end", "loppu,loppuu,päättyy,lopetus,loppupäivä,loppupvm,määräaika,takaraja,eräpäivä,mennessä,valmistuu,deadline,"
           "end,ends,finish,due,due date,until,by,to,target date" },
  { "date", "päivä,päivämäärä,pvm,ajankohta,määräaika,milloin,date,day,when,due,deadline" },
  { "due", "määräaika,takaraja,eräpäivä,mennessä,milloin,due,due date,deadline,by,when" },
  { "horizon", "aikajänne,määräaika,tavoiteaika,mennessä,time horizon,horizon,by when,target date,deadline" },
  { "status", "tila,tilanne,status,vaihe,state,phase,stage" },
  { "progress", "edistyminen,edistymä,valmiusaste,valmius,valmiina,progress,complete,completion,done,percent" },
  { "priority", "prioriteetti,tärkeys,kiireellisyys,prio,priority,importance,urgency" },
  { "person_days", "htp,henkilötyöpäivät,työmäärä,työpäivät,resurssit,person days,man days,effort,workload,days,pd" },
  { "cost", "kustannus,kustannukset,hinta,budjetti,kustannusarvio,euroa,eur,€,cost,costs,price,budget,euros,estimate" },
  { "goals", "tavoite,tavoitteet,vaikuttavuustavoite,goal,goals,impact goal,objective,objectives" },
  { "indicators", "mittari,mittarit,indikaattori,indikaattorit,indicator,indicators,kpi,metric,metrics" },
  { "category", "kategoria,luokka,ryhmä,teema,osa alue,category,class,group,theme,area" },
  { "next_step", "seuraava askel,seuraavaksi,jatko,next step,next steps,next" },
  { "result", "tulos,tulokset,tuotos,lopputulos,result,results,output,outcome,deliverable" },
  { "email", "sähköposti,sähköpostiosoite,posti,email,e mail,mail,email address" },
  { "phone", "puhelin,puhelinnumero,puh,gsm,matkapuhelin,phone,telephone,tel,mobile,phone number" },
  { "person", "henkilö,nimi,person,name" },
  { "beneficiary", "hyödynsaaja,hyötyjä,kohderyhmä,kenelle,beneficiary,target group,for whom" },
  { "level", "taso,level" },
  { "theme", "teema,strategiateema,theme,strategy theme" },
  { "strategy_link", "strategia,yhteys strategiaan,strateginen tavoite,strategy,link to strategy" },
  { "place", "paikka,sijainti,tila,place,location,venue,where" },
  { "probability", "todennäköisyys,probability,likelihood" },
  { "effect", "vaikutus,seuraus,effect,impact,consequence,severity" },
  { "response", "toimenpide,hallinta,hallintakeino,varautuminen,response,mitigation,treatment,countermeasure" },
  { "done", "tehty,valmis,kuitattu,done,completed,closed" },
  { "closed", "poistunut,päättynyt,suljettu,closed" },
  { "class", "luokka,laji,riskiluokka,class,type" },
  { "type", "tyyppi,laji,type,kind" },
  { "side", "osapuoli,taho,side,party" },
  { "measure", "toimenpide,measure,action" },
  { "challenges", "haaste,haasteet,muutoshaaste,challenge,challenges" },
  { "severity", "vakavuus,severity" },
  { "area", "alue,osa alue,area" },
  { "root_cause", "juurisyy,syy,syyt,root cause,cause" },
  { "need", "tarve,ongelma,need,problem" },
  { "value", "arvo,arvioitu arvo,value,estimated value" },
  { "cpv", "cpv,cpv koodi,cpv code" },
};

/* What people write for a value, beside the labels of choices: the field, or the
 * type of all fields for which there is no name, the value as canonical text, and
 * the words. */
static const struct {
  const char       *field;
  AcademyFieldType  type;
  const char       *value;
  const char       *words;
} values[] = {
  { "status", ACADEMY_CHOICE, "idea", "ehdotus,luonnos,harkinnassa,proposal,proposed,draft" },
  { "status", ACADEMY_CHOICE, "planned", "suunnitteilla,aloittamatta,ei aloitettu,ei alkanut,tulossa,avoin,"
                                         "not started,to do,todo,open,upcoming" },
  { "status", ACADEMY_CHOICE, "in_progress", "kesken,työn alla,meneillään,aloitettu,käynnistetty,"
                                             "ongoing,started,doing,wip,under way,running" },
  { "status", ACADEMY_CHOICE, "on_hold", "tauolla,keskeytetty,jäissä,odottaa,paused,waiting,blocked,suspended" },
  { "status", ACADEMY_CHOICE, "done", "tehty,valmistunut,suoritettu,päättynyt,ok,completed,complete,finished,closed" },
  { "status", ACADEMY_CHOICE, "dropped", "hylätty,peruttu,peruutettu,luovuttu,cancelled,canceled,rejected,abandoned" },
  { "status", ACADEMY_CHOICE, "open", "aloittamatta,ei aloitettu,suunniteltu,not started,to do,todo,planned" },
  { "status", ACADEMY_CHOICE, "designed", "suunnitteilla,aloittamatta,planned,not started" },
  { "status", ACADEMY_CHOICE, "running", "kesken,meneillään,in progress,ongoing,started" },
  { "status", ACADEMY_CHOICE, "stopped", "keskeytetty,peruttu,cancelled" },
  { "priority", ACADEMY_INTEGER, "1", "korkea,suuri,kiireellinen,high,urgent,must" },
  { "priority", ACADEMY_INTEGER, "2", "keskitaso,keskisuuri,normaali,medium,normal,should" },
  { "priority", ACADEMY_INTEGER, "3", "matala,pieni,low,minor,could" },
  { NULL, ACADEMY_FLAG, "true", "kyllä,on,x,tehty,valmis,yes,y,true,done,1,✓,✔,☑,☒" },
  { NULL, ACADEMY_FLAG, "false", "ei,no,n,false,0,☐" },
};

/**
 * academy_synonyms_dup_headings:
 * @kind: a kind
 * @field: a field of @kind
 *
 * Returns: (transfer full): the words that people write over a column of @field
 */
char **
academy_synonyms_dup_headings (const AcademyKind  *kind,
                               const AcademyField *field)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *name = g_strconcat (kind->name, ".", field->name, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field->name) || g_str_equal (fields[i].field, name))
      {
        g_auto(GStrv) words = g_strsplit (fields[i].headings, ",", -1);

        g_strv_builder_addv (builder, (const char **) words);
      }

  return g_strv_builder_end (builder);
}

static gboolean
has_word (const char *words,
          const char *word)
{
  g_auto(GStrv) list = g_strsplit (words, ",", -1);

  return g_strv_contains ((const char * const *) list, word);
}

/**
 * academy_synonyms_find_value:
 * @field: a field
 * @word: a word in lower case
 *
 * Returns: (nullable) (transfer none): the value of @field that people mean by
 *   @word, as canonical text
 */
const char *
academy_synonyms_find_value (const AcademyField *field,
                             const char         *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].type == field->type &&
        (values[i].field == NULL || g_str_equal (values[i].field, field->name)) &&
        (field->type != ACADEMY_CHOICE || academy_field_find_choice (field, values[i].value) != NULL) &&
        has_word (values[i].words, word))
      return values[i].value;

  return NULL;
}

static gboolean
is_punctuation (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return type >= G_UNICODE_CONNECT_PUNCTUATION && type <= G_UNICODE_OPEN_PUNCTUATION;
}

/**
 * academy_synonyms_fold:
 * @text: a heading or a value
 *
 * Returns: (transfer full): @text in lower case, with a space instead of any
 *   punctuation between its words, for comparing
 */
char *
academy_synonyms_fold (const char *text)
{
  g_autofree char *lower = academy_language_casefold (text);
  GString *fold = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      /* Signs such as € and ✓ are words. */
      if (g_unichar_isspace (character) || is_punctuation (character))
        character = ' ';
      if (character != ' ' || (fold->len > 0 && fold->str[fold->len - 1] != ' '))
        g_string_append_unichar (fold, character);
    }
  if (fold->len > 0 && fold->str[fold->len - 1] == ' ')
    g_string_truncate (fold, fold->len - 1);

  return g_string_free_and_steal (fold);
}
