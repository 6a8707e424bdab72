/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>
#include <string.h>
#include <time.h>

#include "academy-clock.h"
#include "academy-grid-items.h"
#include "academy-kinds.h"
#include "academy-paste.h"
#include "academy-period.h"
#include "academy-recognition.h"
#include "academy-test.h"

#define TODAY "2026-02-10"

/* A pasted table, as text unless it begins with “<”; the fields of its columns, the
 * number of rows above the values, and some of the items read from it: their values
 * as canonical text, links by title; “!” before a text that was not understood and
 * “~” before a value that was taken from a rough text. */
typedef struct {
  const char        *name;
  const AcademyKind *kind;
  const char        *pasted;
  const char        *columns;
  guint              first_row;
  const char        *items;
} Table;

static const Table tables[] = {
  { "Finnish headings", &academy_measure_kind,
    "Toimenpide\tVastuuhenkilö\tAlkaa\tMääräaika\tTilanne\n"
    "Markkinavuoropuhelu\tHankintajohtaja\t1.3.2026\t30.4.2026\tKesken\n"
    "Hankintastrategian päivitys\tTalousjohtaja\t15.8.2026\t31.12.2026\tAloittamatta\n",
    "title owner_role start end status", 1,
    "title=Markkinavuoropuhelu; owner_role=Hankintajohtaja; start=2026-03-01; end=2026-04-30; status=in_progress\n"
    "title=Hankintastrategian päivitys; owner_role=Talousjohtaja; start=2026-08-15; end=2026-12-31; status=planned\n" },
  { "people as owners", &academy_measure_kind,
    "Toimenpide\tVastuuhenkilö\nMarkkinavuoropuhelu\tMatti Meikäläinen\nKoulutus\tVastaava ostaja\nSeuranta\tHankintajohtaja\n",
    "title owner_role", 1,
    "title=Markkinavuoropuhelu; owner_role=~Matti Meikäläinen\n"
    "title=Koulutus; owner_role=Vastaava ostaja\ntitle=Seuranta; owner_role=Hankintajohtaja\n" },
  { "English headings", &academy_measure_kind,
    "Action\tWho\tStart date\tDeadline\tStatus\tProgress\tBudget\n"
    "Hold a market dialogue\tHead of procurement\t1 Mar 2026\t30 Apr 2026\tOngoing\t50 %\t€12,500\n"
    "Train buyers\tBuyer\t15 Aug 2026\t31 Dec 2026\tNot started\t0 %\t€1,500\n",
    "title owner_role start end status progress cost", 1,
    "title=Hold a market dialogue; owner_role=Head of procurement; start=2026-03-01; end=2026-04-30; status=in_progress; "
    "progress=50; cost=12500\n"
    "title=Train buyers; owner_role=Buyer; start=2026-08-15; end=2026-12-31; status=planned; progress=0; cost=1500\n" },
  { "no headings", &academy_measure_kind,
    "Järjestetään markkinavuoropuhelu\tHankintajohtaja\t1.3.2026\t30.4.2026\tKäynnissä\n"
    "Laaditaan hankintastrategia\tTalousjohtaja\t15.8.2026\t31.12.2026\tSuunniteltu\n"
    "Koulutetaan hankkijat\tHankintajohtaja\t1.9.2026\t30.11.2026\tIdea\n",
    "title owner_role start end status", 0,
    "title=Järjestetään markkinavuoropuhelu; owner_role=Hankintajohtaja; start=2026-03-01; end=2026-04-30; status=in_progress\n" },
  { "English without headings", &academy_measure_kind,
    "Hold a market dialogue\tDone\t100 %\t2026-01-05\t2026-01-30\n"
    "Train all buyers of the city\tIn progress\t40 %\t2026-02-01\t2026-06-30\n",
    "title status progress start end", 0,
    "title=Hold a market dialogue; start=2026-01-05; end=2026-01-30; status=done; progress=100\n" },
  { "extra columns", &academy_measure_kind,
    "Nro\tToimenpide\tDiaarinumero\tVastuu\tKuvaus\n"
    "1\tMarkkinavuoropuhelu\tTRE:123/02.07/2026\tHankintajohtaja\tKutsutaan toimittajat ja kootaan heidän vastauksensa\n"
    "2\tKoulutus\tTRE:124/02.07/2026\tHankintajohtaja\tKoulutetaan kaikki hankkijat kevään aikana kahdessa ryhmässä\n",
    "- title - owner_role description", 1,
    "title=Markkinavuoropuhelu; description=Kutsutaan toimittajat ja kootaan heidän vastauksensa; owner_role=Hankintajohtaja\n" },
  { "one column", &academy_measure_kind, "1. Markkinavuoropuhelu\n2. Hankkijoiden koulutus\n3. Tilanne arvioidaan\n", "title", 0,
    "title=Markkinavuoropuhelu\ntitle=Hankkijoiden koulutus\ntitle=Tilanne arvioidaan\n" },
  { "one column with a heading", &academy_measure_kind, "Toimenpiteet\nMarkkinavuoropuhelu\nHankkijoiden koulutus\n", "title", 1,
    "title=Markkinavuoropuhelu\ntitle=Hankkijoiden koulutus\n" },
  { "swapped order", &academy_measure_kind,
    "Tila\tLoppupvm\tAlkupvm\tVastuu\tToimenpide\n"
    "Valmis\t30.4.2026\t1.3.2026\tHankintajohtaja\tMarkkinavuoropuhelu\n",
    "status end start owner_role title", 1,
    "title=Markkinavuoropuhelu; owner_role=Hankintajohtaja; start=2026-03-01; end=2026-04-30; status=done\n" },
  { "month names", &academy_measure_kind,
    "Mitä\tMilloin alkaa\tMihin mennessä\n"
    "Markkinavuoropuhelu\t1. maaliskuuta 2026\t30. huhtikuuta 2026\n"
    "Koulutus\t15 Aug 2026\tDecember 31, 2026\n",
    "title start end", 1,
    "title=Markkinavuoropuhelu; start=2026-03-01; end=2026-04-30\ntitle=Koulutus; start=2026-08-15; end=2026-12-31\n" },
  { "ranges", &academy_measure_kind,
    "Toimenpide\tAikataulu\n"
    "Vuoropuhelu\t1.1.–30.6.2026\nStrategia\thelmi–maalis 2026\nKoulutus\tQ1/2026\nMittarit\tsyksyllä\nArviointi\t5/2026\n",
    "title start", 1,
    "title=Vuoropuhelu; start=2026-01-01; end=2026-06-30\n"
    "title=Strategia; start=~2026-02-01; end=~2026-03-31\n"
    "title=Koulutus; start=~2026-01-01; end=~2026-03-31\n"
    "title=Mittarit; start=!syksyllä\n"
    "title=Arviointi; start=~2026-05-01; end=~2026-05-31\n" },
  { "ranges without headings", &academy_measure_kind,
    "Järjestetään vuoropuhelu\t1 Jan – 30 Jun 2026\nTrain the buyers\tMarch 2026\n", "title start", 0,
    "title=Järjestetään vuoropuhelu; start=2026-01-01; end=2026-06-30\n"
    "title=Train the buyers; start=~2026-03-01; end=~2026-03-31\n" },
  { "months as a deadline", &academy_measure_kind,
    "Task\tOwner\tDue\nA long dialogue\tBuyer\tMarch 2026\nTraining\tBuyer\tQ2/2026\n",
    "title owner_role end", 1,
    "title=A long dialogue; owner_role=Buyer; end=~2026-03-31\ntitle=Training; owner_role=Buyer; end=~2026-06-30\n" },
  { "month first in one column", &academy_measure_kind,
    "Action\tStart\tEnd\nDialogue\t3/4/2026\t3/25/2026\nTraining\t12/1/2026\t12/31/2026\n", "title start end", 1,
    "title=Dialogue; start=2026-03-04; end=2026-03-25\ntitle=Training; start=2026-12-01; end=2026-12-31\n" },
  { "month first", &academy_measure_kind,
    "Action\tStart\tEnd\nDialogue\t3/14/2026\t3/25/2026\nTraining\t12/1/2026\t12/31/2026\n", "title start end", 1,
    "title=Dialogue; start=2026-03-14; end=2026-03-25\ntitle=Training; start=2026-12-01; end=2026-12-31\n" },
  { "numbers", &academy_measure_kind,
    "Toimenpide\tHtp\tKustannukset\tPrioriteetti\n"
    "Vuoropuhelu\t2,5\t12.500 €\tKorkea\nKoulutus\t10 htp\t1 500 €\t2\nStrategia\t1.000\t7.000,00\tMatala\n",
    "title person_days cost priority", 1,
    "title=Vuoropuhelu; priority=1; person_days=2.5; cost=12500\n"
    "title=Koulutus; priority=2; person_days=10; cost=1500\n"
    "title=Strategia; priority=3; person_days=1000; cost=7000\n" },
  { "decimal points", &academy_measure_kind, "Measure\tPerson-days\tCost\nDialogue\t2.5\t12,500\nTraining\t1,250.5\t1,500.00\n",
    "title person_days cost", 1, "title=Dialogue; person_days=2.5; cost=12500\ntitle=Training; person_days=1250.5; cost=1500\n" },
  { "goals", &academy_measure_kind,
    "Toimenpide\tTavoite\nVuoropuhelu\tPäästöt pienenevät\nKoulutus\tPäästöt pienenevät; Osaaminen kasvaa\nStrategia\tTuntematon\n",
    "title goals", 1,
    "title=Vuoropuhelu; goals=Päästöt pienenevät\n"
    "title=Koulutus; goals=Päästöt pienenevät,Osaaminen kasvaa\n"
    "title=Strategia; goals=!Tuntematon\n" },
  { "title above the headings", &academy_measure_kind,
    "Toimenpidesuunnitelma 2026\t\t\n\t\t\nToimenpide\tVastuu\tTila\nVuoropuhelu\tHankintajohtaja\tValmis\n",
    "title owner_role status", 3, "title=Vuoropuhelu; owner_role=Hankintajohtaja; status=done\n" },
  { "values that are wrong", &academy_measure_kind,
    "Toimenpide\tAlku\tLoppu\tTila\tValmiusaste\n"
    "Vuoropuhelu\t31.2.2026\t1.3.2026\tJossain\t150 %\n\t1.5.2026\t1.4.2026\tValmis\t50\n",
    "title start end status progress", 1,
    "title=Vuoropuhelu; start=!31.2.2026; end=2026-03-01; status=!Jossain; progress=!150 %\n"
    "title=!; start=2026-05-01; end=!1.4.2026; status=done; progress=50\n" },
  { "amounts with cents, which are whole euros here", &academy_measure_kind,
    "Toimenpide\tHinta\nVuoropuhelu\t2500,50\nKoulutus\t12 000,00 €\nStrategia\t1.999,49\nArviointi\t0,5 M€\n", "title cost", 1,
    "title=Vuoropuhelu; cost=~2501\ntitle=Koulutus; cost=12000\ntitle=Strategia; cost=~1999\ntitle=Arviointi; cost=500000\n" },
  { "years that follow from the plan", &academy_measure_kind,
    "Toimenpide\tAlku\tLoppu\nVuoropuhelu\t1.11.\t15.2.\n", "title start end", 1,
    "title=Vuoropuhelu; start=2021-11-01; end=~2022-02-15\n" },
  { "years that are guessed", &academy_measure_kind,
    "Toimenpide\tAlku\tLoppu\nVuoropuhelu\t7.7.2027\t30.6.\nKoulutus\t7.7.2027\t30.9.\nStrategia\t7.7.2027\t30.6.28\n",
    "title start end", 1,
    "title=Vuoropuhelu; start=2027-07-07; end=~2028-06-30\ntitle=Koulutus; start=2027-07-07; end=2027-09-30\n"
    "title=Strategia; start=2027-07-07; end=2028-06-30\n" },
  { "years that are guessed of both days", &academy_measure_kind,
    "Toimenpide\tAlku\tLoppu\nVuoropuhelu\t5.7.\t12.7.\nKoulutus\t5.11.\t12.11.\n", "title start end", 1,
    "title=Vuoropuhelu; start=~2021-07-05; end=~2021-07-12\ntitle=Koulutus; start=2021-11-05; end=2021-11-12\n" },
  { "years that are guessed of a range", &academy_measure_kind,
    "Toimenpide\tAikataulu\nVuoropuhelu\t5.7.–12.7.\nKoulutus\t5.11.–12.11.\n", "title start", 1,
    "title=Vuoropuhelu; start=~2021-07-05; end=~2021-07-12\ntitle=Koulutus; start=2021-11-05; end=2021-11-12\n" },
  { "LibreOffice", &academy_measure_kind,
    "<!DOCTYPE html><html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/><style>td{}</style></head>"
    "<body><table cellspacing=\"0\" border=\"0\"><colgroup width=\"85\"></colgroup>"
    "<tr><td height=\"17\" align=\"left\"><b>Toimenpide</b></td><td><b>Vastuu</b></td><td><b>Alkaa</b></td><td><b>Htp</b></td></tr>"
    "<tr><td height=\"17\" align=\"left\">Vuoropuhelu</td><td align=\"left\">Hankintajohtaja</td>"
    "<td align=\"right\" sdval=\"46082\" sdnum=\"1035;1035;P.K.\">1.3.</td><td sdval=\"2,5\" sdnum=\"1035;\">2,5</td></tr>"
    "</table></body></html>",
    "title owner_role start person_days", 1,
    "title=Vuoropuhelu; owner_role=Hankintajohtaja; start=2026-03-01; person_days=2.5\n" },
  { "Excel", &academy_measure_kind,
    "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body link=blue><table border=0 width=256><!--StartFragment-->\r\n"
    "<col width=64 span=3><tr height=20><td height=20 class=xl65>Task</td>\r\n<td class=xl65>Responsible</td><td>Due date</td>"
    "<td>Complete</td></tr>\r\n<tr><td>Hold a market\r\n  dialogue</td><td>Head of<br>\r\n    procurement"
    "<td align=right x:num=\"46142\">30-Apr</td><td align=right x:num=\"0.5\">50%</td></tr>"
    "<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td></tr>"
    "<![endif]><!--EndFragment--></table></body></html>",
    "title owner_role end progress", 1,
    "title=Hold a market dialogue; owner_role=Head of procurement; end=2026-04-30; progress=50\n" },
  { "Word", &academy_measure_kind,
    "<html><body><!--[if gte mso 9]><xml><w:x>y</w:x></xml><![endif]--><table class=MsoTableGrid><tr>"
    "<td><p class=MsoNormal><b>Tavoite<o:p></o:p></b></p></td><td><p class=MsoNormal><b>Toimenpide<o:p></o:p></b></p></td>"
    "<td><p class=MsoNormal><b>Aikataulu<o:p></o:p></b></p></td></tr><tr>"
    "<td rowspan=2><p class=MsoNormal>Päästöt pienenevät<o:p></o:p></p></td>"
    "<td><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>"
    "Vuoropuhelu</p></td>"
    "<td><p class=MsoNormal>1.1.&#8211;30.6.2026</p></td></tr><tr><td><p>Koulutus</p></td><td><p>maaliskuu 2026</p></td>"
    "</tr></table></body></html>",
    "goals title start", 1,
    "title=Vuoropuhelu; start=2026-01-01; end=2026-06-30; goals=Päästöt pienenevät\n"
    "title=Koulutus; start=~2026-03-01; end=~2026-03-31; goals=Päästöt pienenevät\n" },
  { "Google", &academy_measure_kind,
    "<meta charset='utf-8'><google-sheets-html-origin><style type=\"text/css\">td {border: 1px}</style>"
    "<table xmlns=\"http://www.w3.org/1999/xhtml\" dir=\"ltr\" data-sheets-root=\"1\"><colgroup><col width=\"100\"/>"
    "</colgroup><tbody>"
    "<tr style=\"height:21px;\"><td data-sheets-value=\"{&quot;1&quot;:2,&quot;2&quot;:&quot;What&quot;}\">What</td>"
    "<td>Status</td><td>When</td></tr>"
    "<tr><td>Train buyers</td><td>Completed</td><td>2026-01-05 - 2026-02-06</td></tr></tbody></table>",
    "title status start", 1, "title=Train buyers; start=2026-01-05; end=2026-02-06; status=done\n" },
  { "list", &academy_measure_kind, "<ul><li>Train buyers</li><li>Hold a dialogue<ol><li>Invite</li></ol></li></ul>", "title", 0,
    "title=Train buyers\ntitle=Hold a dialogue\ntitle=Invite\n" },
  { "people", &academy_person_kind,
    "Nimi\tSähköposti\tPuhelin\n"
    "Maija Meikäläinen\tmaija@example.org\t+358 40 123 4567\nMatti Virtanen\tmatti@example.org\t040-7654321\n",
    "name email phone", 1, "name=Maija Meikäläinen; email=maija@example.org; phone=+358 40 123 4567\n" },
  { "people without headings", &academy_person_kind,
    "maija@example.org\tMaija Meikäläinen\t+358 40 123 4567\nmatti@example.org\tMatti Virtanen\t040 765 4321\n",
    "email name phone", 0,
    "name=Maija Meikäläinen; email=maija@example.org; phone=+358 40 123 4567\n" },
  { "goals of a plan", &academy_goal_kind,
    "Tavoite\tTaso\tHyödynsaaja\tMihin mennessä\nPäästöt puolittuvat\tStrateginen\tAsukkaat\t2027\n",
    "title level beneficiary horizon", 1,
    "title=Päästöt puolittuvat; beneficiary=Asukkaat; level=strategic; horizon=~2027-12-31\n" },
  { "milestones", &academy_milestone_kind,
    "Virstanpylväs\tPvm\tTehty\nStrategia hyväksytty\t15.6.2026\tx\nRaportti valmis\t1.12.2026\tei\n",
    "title date done", 1,
    "title=Strategia hyväksytty; date=2026-06-15; done=true\ntitle=Raportti valmis; date=2026-12-01; done=false\n" },
  { "risks", &academy_risk_kind,
    "Riski\tTodennäköisyys\tVaikutus\tVarautuminen\tVastuu\n"
    "Markkinat eivät vastaa\t3\t4\tKäydään vuoropuhelu ajoissa\tHankintajohtaja\n"
    "Osaajat vaihtuvat\t2\t5\tKirjataan opit\tHankintajohtaja\n",
    "title probability effect response owner_role", 1,
    "title=Markkinat eivät vastaa; probability=3; effect=4; response=Käydään vuoropuhelu ajoissa; owner_role=Hankintajohtaja\n" },
  { "follow-ups", &academy_follow_up_kind,
    "Task\tResponsible\tDue\tStatus\nSend the material\tBuyer\t1 Mar 2026\tOpen\nAsk the board\tLawyer\tMarch 2026\tDone\n",
    "title owner_role due status", 1,
    "title=Send the material; owner_role=Buyer; due=2026-03-01; status=open\n"
    "title=Ask the board; owner_role=Lawyer; due=~2026-03-31; status=done\n" },
  { "participants", &academy_participation_kind,
    "Rooli\tNimike\tHenkilö\tYhteyshenkilö\nKoordinaattori\tSuunnittelija\tLiisa Lahti\tkyllä\n",
    "role role_title person contact_person", 1,
    "role=coordinator; role_title=Suunnittelija; person=Liisa Lahti; contact_person=true\n" },
};

typedef struct {
  AcademyTest  base;

  AcademyItem *organisation;

  /* Owners of new items, by their kind */
  GHashTable  *owners;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(AcademyItem) first = NULL;
  g_autoptr(AcademyItem) second = NULL;
  g_autoptr(AcademyItem) person = NULL;
  GDate today;

  g_assert_true (academy_date_from_text (TODAY, &today, NULL));
  academy_clock_set_today (&today);
  academy_test_set_up (&fixture->base, NULL);
  fixture->organisation = academy_test_organisation (&fixture->base);
  fixture->owners = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  first = academy_test_add (&fixture->base, &academy_goal_kind, "title=Päästöt pienenevät");
  second = academy_test_add (&fixture->base, &academy_goal_kind, "title=Osaaminen kasvaa");
  person = academy_test_add (&fixture->base, &academy_person_kind, "name=Liisa Lahti");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->organisation);
  g_clear_pointer (&fixture->owners, g_hash_table_unref);
  academy_test_tear_down (&fixture->base, NULL);
  academy_clock_set_today (NULL);
}

static AcademyItem *
get_owner (Fixture           *fixture,
           const AcademyKind *kind)
{
  const AcademyKind *owner_kind = academy_kind_find (academy_kind_get_owner (kind)->target);
  AcademyItem *owner = g_hash_table_lookup (fixture->owners, owner_kind);

  if (owner != NULL)
    return owner;

  owner = academy_store_get_first (fixture->base.store, owner_kind, NULL, NULL);
  if (owner == NULL)
    owner = academy_test_add (&fixture->base, owner_kind, "");
  g_hash_table_insert (fixture->owners, (gpointer) owner_kind, owner);
  return owner;
}

static AcademyGrid *
make_grid (const char *pasted)
{
  g_autoptr(GError) error = NULL;
  AcademyGrid *grid = *pasted == '<' ? academy_grid_new_from_html (pasted, strlen (pasted), &error)
                                     : academy_grid_new_from_text (pasted, &error);

  g_assert_no_error (error);
  return grid;
}

static char *
describe_columns (const AcademyColumnGuess *guesses,
                  guint                     n_columns)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", guesses[i].field != NULL ? guesses[i].field->name : "-");

  return g_string_free_and_steal (text);
}

static char *
dup_value (Fixture            *fixture,
           AcademyItem        *draft,
           const AcademyField *field)
{
  const GValue *value = academy_item_get_value (draft, field);
  g_autofree char *text = academy_value_to_text (field, value);
  g_auto(GStrv) ids = NULL;

  if (field->target == NULL || text == NULL)
    return g_steal_pointer (&text);

  ids = g_strsplit (text, " ", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(AcademyItem) item = academy_store_get (fixture->base.store, academy_kind_find (field->target), ids[i], NULL);

      g_free (ids[i]);
      ids[i] = academy_item_dup_title (item, academy_language_get_default ());
    }

  return g_strjoinv (",", ids);
}

/* The fields of a draft that have a column, and the end when its start has one. */
static char *
describe_draft (Fixture            *fixture,
                AcademyPaste       *paste,
                AcademyItem        *draft,
                AcademyColumnGuess *guesses,
                guint               n_columns)
{
  const AcademyKind *kind = academy_item_get_kind (draft);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      const AcademyRemark *remark = academy_paste_get_remark (paste, draft, field);
      g_autofree char *value = dup_value (fixture, draft, field);
      gboolean is_taken = field->type == ACADEMY_DATE;

      for (guint i = 0; i < n_columns; i++)
        is_taken = is_taken || guesses[i].field == field;
      if (!is_taken || (value == NULL && remark == NULL))
        continue;

      if (remark != NULL && !remark->is_understood)
        g_strv_builder_take (builder, g_strdup_printf ("%s=!%s", field->name, remark->text));
      else
        g_strv_builder_take (builder, g_strdup_printf ("%s=%s%s", field->name, remark != NULL ? "~" : "", value));
    }
  parts = g_strv_builder_end (builder);

  return g_strjoinv ("; ", parts);
}

static AcademyPaste *
paste_grid (Fixture            *fixture,
            AcademyGrid        *grid,
            const AcademyKind  *kind,
            AcademyColumnGuess *guesses,
            guint              *first_row)
{
  g_autofree const AcademyField **columns = g_new0 (const AcademyField *, ACADEMY_GRID_MAX_COLUMNS);
  g_autoptr(GError) error = NULL;
  AcademyPaste *paste;

  g_assert_true (academy_recognition_guess (grid, kind, fixture->base.store, get_owner (fixture, kind), guesses,
                                            first_row, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < academy_grid_get_n_columns (grid); i++)
    columns[i] = guesses[i].field;
  paste = academy_paste_read (grid, *first_row, kind, columns, fixture->base.store, get_owner (fixture, kind), &error);
  g_assert_no_error (error);

  return paste;
}

/* Tells of all tables that are read otherwise, and not only of the first. */
static void
expect (const Table *table,
        const char  *read,
        const char  *expected)
{
  if (g_str_equal (read, expected))
    return;

  g_test_message ("%s:\n%s\ninstead of\n%s", table->name, read, expected);
  g_test_fail ();
}

static void
test_tables (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const Table *table = &tables[i];
      g_autoptr(AcademyGrid) grid = make_grid (table->pasted);
      guint n_columns = academy_grid_get_n_columns (grid);
      AcademyColumnGuess guesses[ACADEMY_GRID_MAX_COLUMNS];
      guint first_row;
      g_autoptr(AcademyPaste) paste = paste_grid (fixture, grid, table->kind, guesses, &first_row);
      GPtrArray *drafts = academy_paste_get_drafts (paste);
      g_autofree char *columns = describe_columns (guesses, n_columns);
      g_autoptr(GString) items = g_string_new (NULL);
      g_autofree char *rows = g_strdup_printf ("%u", first_row);
      g_autofree char *expected_rows = g_strdup_printf ("%u", table->first_row);

      expect (table, columns, table->columns);
      expect (table, rows, expected_rows);
      for (guint j = 0; j < drafts->len; j++)
        {
          g_autofree char *draft = describe_draft (fixture, paste, g_ptr_array_index (drafts, j), guesses, n_columns);

          g_string_append_printf (items, "%s\n", draft);
        }
      g_string_truncate (items, MIN (items->len, strlen (table->items)));
      expect (table, items->str, table->items);
    }
}

/* Days and periods as people write them, and what they mean: start and end, “~”
 * before what follows from a week, month or year. */
static const struct {
  const char *text;
  const char *expected;
} periods[] = {
  { "1.3.2026", "2026-03-01 2026-03-01" }, { "1.1.–30.6.2026", "2026-01-01 2026-06-30" },
  { "1.1. - 30.6.2026", "2026-01-01 2026-06-30" }, { "1.1.2026–30.6.2026", "2026-01-01 2026-06-30" },
  { "1.–15.6.2026", "2026-06-01 2026-06-15" }, { "1-15.6.2026", "2026-06-01 2026-06-15" },
  { "15.12.–15.1.2027", "2026-12-15 2027-01-15" }, { "15.12.2026–15.1.2027", "2026-12-15 2027-01-15" },
  { "1.3.–30.4.", "2026-03-01 2026-04-30" }, { "ma 2.3.–pe 6.3.2026", "2026-03-02 2026-03-06" },
  { "2026-01-01 - 2026-06-30", "2026-01-01 2026-06-30" }, { "2026-01-01–2026-06-30", "2026-01-01 2026-06-30" },
  { "1 Jan – 30 Jun 2026", "2026-01-01 2026-06-30" }, { "1–30 Jun 2026", "2026-06-01 2026-06-30" },
  { "Oct 19–21, 2026", "2026-10-19 2026-10-21" }, { "1 January 2026 to 30 June 2026", "2026-01-01 2026-06-30" },
  { "helmi–maalis 2026", "~2026-02-01 2026-03-31" }, { "helmikuu-maaliskuu 2026", "~2026-02-01 2026-03-31" },
  { "marraskuu–tammikuu 2027", "~2026-11-01 2027-01-31" }, { "Jan–Mar 2026", "~2026-01-01 2026-03-31" },
  { "maaliskuu 2026", "~2026-03-01 2026-03-31" }, { "maaliskuussa 2026", "~2026-03-01 2026-03-31" },
  { "March 2026", "~2026-03-01 2026-03-31" }, { "3/2026", "~2026-03-01 2026-03-31" }, { "03/2026", "~2026-03-01 2026-03-31" },
  { "2026-03", "~2026-03-01 2026-03-31" }, { "1–3/2026", "~2026-01-01 2026-03-31" }, { "1/2026–3/2026", "~2026-01-01 2026-03-31" },
  { "helmikuu", "~2026-02-01 2026-02-28" }, { "Q1/2026", "~2026-01-01 2026-03-31" }, { "Q2 2026", "~2026-04-01 2026-06-30" },
  { "2026 Q4", "~2026-10-01 2026-12-31" }, { "2026/Q4", "~2026-10-01 2026-12-31" }, { "Q1–Q2/2026", "~2026-01-01 2026-06-30" },
  { "Q1-2/2026", "~2026-01-01 2026-06-30" }, { "I/2026", "~2026-01-01 2026-03-31" }, { "III–IV/2026", "~2026-07-01 2026-12-31" },
  { "Q1/26", "~2026-01-01 2026-03-31" }, { "1. neljännes 2026", "~2026-01-01 2026-03-31" }, { "H2 2026", "~2026-07-01 2026-12-31" },
  { "2026", "~2026-01-01 2026-12-31" }, { "2026–2027", "~2026-01-01 2027-12-31" }, { "vuonna 2026", "~2026-01-01 2026-12-31" },
  { "vko 10/2026", "~2026-03-02 2026-03-06" }, { "vko 10–12/2026", "~2026-03-02 2026-03-20" }, { "viikot 10-12", NULL },
  { "2026-W10", "~2026-03-02 2026-03-06" }, { "1.3.2026–", "2026-03-01 -" }, { "–30.6.2026", "- 2026-06-30" },
  { "30.6.–1.3.2026", "2025-06-30 2026-03-01" }, { "1.6.2026–1.3.2026", NULL }, { "31.2.–1.3.2026", NULL }, { "Q5/2026", NULL },
  { "13/2026", NULL }, { "syksyllä", NULL }, { "–", NULL }, { "a-b", NULL }, { "12", NULL }, { "mahdollisimman pian", NULL },
};

static void
test_periods (Fixture       *fixture,
              gconstpointer  data)
{
  AcademyNear near;

  academy_near_init (&near, academy_clock_get_day ());
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      AcademyPeriod period;
      g_autoptr(GError) error = NULL;
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;
      g_autofree char *read = NULL;

      if (academy_period_parse (academy_language_get ("en", NULL), periods[i].text, &near, &period, &error))
        {
          start = g_date_valid (&period.start) ? academy_date_to_text (&period.start) : g_strdup ("-");
          end = g_date_valid (&period.end) ? academy_date_to_text (&period.end) : g_strdup ("-");
          read = g_strdup_printf ("%s%s %s", period.is_rough ? "~" : "", start, end);
        }
      g_test_message ("%s", periods[i].text);
      g_assert_cmpstr (read, ==, periods[i].expected);
      g_assert_true ((read == NULL) == (error != NULL));
    }
}

static const char forty[] =
  "Toimenpide\tTavoite\tAlku\tTila\n"
  "Vuoropuhelu\tPuuttuva; Päästöt pienenevät\t1.3.2026\tKesken\n"
  "Koulutus\tpuuttuva\t31.2.2026\tTehty\n"
  "Strategia\tToinen puuttuva; Puuttuva\t1.5.2026\tJossain\n";

/* What was not understood is kept with its reason, and unknown goals are listed
 * once. */
static void
test_drafts (Fixture       *fixture,
             gconstpointer  data)
{
  const AcademyField *goals = academy_kind_find_field (&academy_measure_kind, "goals");
  const AcademyField *start = academy_kind_find_field (&academy_measure_kind, "start");
  const AcademyField *status = academy_kind_find_field (&academy_measure_kind, "status");
  g_autoptr(AcademyItem) existing = academy_test_add (&fixture->base, &academy_measure_kind, "title=koulutus");
  g_autoptr(AcademyItem) goal = academy_test_add (&fixture->base, &academy_goal_kind, "title=Third");
  g_autoptr(AcademyGrid) grid = make_grid (forty);
  AcademyColumnGuess guesses[ACADEMY_GRID_MAX_COLUMNS];
  guint first_row;
  g_autoptr(AcademyPaste) paste = paste_grid (fixture, grid, &academy_measure_kind, guesses, &first_row);
  AcademyItem **drafts = (AcademyItem **) academy_paste_get_drafts (paste)->pdata;
  GPtrArray *unknown = academy_paste_get_unknown_links (paste);
  AcademyUnknownLink *link;
  const AcademyRemark *remark;

  g_assert_cmpuint (academy_paste_get_drafts (paste)->len, ==, 3);
  g_assert_false (academy_paste_exists (paste, drafts[0]));
  g_assert_true (academy_paste_exists (paste, drafts[1]));
  g_assert_cmpint (academy_test_count (&fixture->base, &academy_measure_kind), ==, 1);

  remark = academy_paste_get_remark (paste, drafts[1], start);
  g_assert_cmpstr (remark->text, ==, "31.2.2026");
  g_assert_nonnull (strstr (remark->message, "no such day"));
  remark = academy_paste_get_remark (paste, drafts[2], status);
  g_assert_cmpstr (remark->text, ==, "Jossain");
  g_assert_cmpstr (remark->message, ==, "Write one of these: Idea, Planned, In progress, On hold, Done, Dropped");
  g_assert_cmpstr (academy_item_get_text (drafts[2], "status"), ==, "idea");

  g_assert_cmpuint (unknown->len, ==, 2);
  link = g_ptr_array_index (unknown, 0);
  g_assert_cmpstr (link->title, ==, "Puuttuva");
  g_assert_cmpuint (link->drafts->len, ==, 3);
  g_assert_false (academy_paste_is_understood (paste, drafts[0]));

  academy_paste_resolve_link (paste, link, academy_item_get_id (goal));
  g_assert_true (academy_paste_is_understood (paste, drafts[0]));
  g_assert_cmpuint (g_strv_length ((GStrv) academy_item_get_links (drafts[0], "goals")), ==, 2);
  g_assert_nonnull (academy_paste_get_remark (paste, drafts[2], goals));
  academy_paste_resolve_link (paste, g_ptr_array_index (unknown, 1), NULL);
  g_assert_null (academy_paste_get_remark (paste, drafts[2], goals));
  g_assert_cmpuint (g_strv_length ((GStrv) academy_item_get_links (drafts[2], "goals")), ==, 1);

  g_assert_false (academy_paste_is_understood (paste, drafts[2]));
  academy_paste_set (paste, drafts[2], status, academy_item_get_value (drafts[2], status));
  g_assert_true (academy_paste_is_understood (paste, drafts[2]));
}

static guint
count_goals (AcademyItem *draft)
{
  const char * const *goals = academy_item_get_links (draft, "goals");

  return goals != NULL ? g_strv_length ((GStrv) goals) : 0;
}

/* Corrections and choices are undone and done again one by one. What is meant by a
 * link can be chosen again, in all rows but those that somebody corrected. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  const AcademyField *goals = academy_kind_find_field (&academy_measure_kind, "goals");
  const AcademyField *status = academy_kind_find_field (&academy_measure_kind, "status");
  g_autoptr(AcademyItem) first = academy_test_add (&fixture->base, &academy_goal_kind, "title=First meant");
  g_autoptr(AcademyItem) second = academy_test_add (&fixture->base, &academy_goal_kind, "title=Second meant");
  g_autoptr(AcademyGrid) grid = make_grid ("Toimenpide\tTavoite\tTila\nVuoropuhelu\tPuuttuva\tJossain\n"
                                           "Koulutus\tPuuttuva; Toinen\tJossain\n");
  AcademyColumnGuess guesses[ACADEMY_GRID_MAX_COLUMNS];
  guint first_row;
  g_autoptr(AcademyPaste) paste = paste_grid (fixture, grid, &academy_measure_kind, guesses, &first_row);
  AcademyItem **drafts = (AcademyItem **) academy_paste_get_drafts (paste)->pdata;
  AcademyUnknownLink **links = (AcademyUnknownLink **) academy_paste_get_unknown_links (paste)->pdata;
  g_autoptr(GPtrArray) alike = academy_paste_find_alike (paste, drafts[0], status);
  g_auto(GValue) value = G_VALUE_INIT;
  const AcademyField *field;
  AcademyItem *draft;

  g_assert_false (academy_paste_steps_can_undo (academy_paste_get_steps (paste)));
  g_assert_false (academy_paste_steps_take (academy_paste_get_steps (paste), FALSE, &draft, &field));
  g_assert_cmpuint (alike->len, ==, 1);
  g_assert_true (alike->pdata[0] == drafts[1]);

  academy_value_init (status, &value);
  g_value_set_string (&value, "done");
  academy_paste_steps_begin (academy_paste_get_steps (paste));
  academy_paste_set (paste, drafts[0], status, &value);
  academy_paste_set (paste, drafts[1], status, &value);
  academy_paste_steps_begin (academy_paste_get_steps (paste));
  academy_paste_resolve_link (paste, links[0], academy_item_get_id (first));
  g_assert_null (academy_paste_get_remark (paste, drafts[0], goals));
  g_assert_nonnull (academy_paste_get_remark (paste, drafts[1], goals));
  academy_paste_steps_begin (academy_paste_get_steps (paste));
  academy_paste_resolve_link (paste, links[0], academy_item_get_id (second));
  g_assert_cmpuint (count_goals (drafts[1]), ==, 1);
  g_assert_cmpstr (academy_item_get_links (drafts[1], "goals")[0], ==, academy_item_get_id (second));
  academy_paste_steps_begin (academy_paste_get_steps (paste));
  academy_paste_set_taken (paste, drafts[1], FALSE);

  g_assert_true (academy_paste_steps_take (academy_paste_get_steps (paste), FALSE, &draft, &field));
  g_assert_true (draft == drafts[1] && field == NULL);
  g_assert_true (academy_paste_is_taken (paste, drafts[1]));
  g_assert_true (academy_paste_steps_take (academy_paste_get_steps (paste), FALSE, &draft, &field));
  g_assert_true (field == goals);
  g_assert_cmpstr (academy_item_get_links (drafts[0], "goals")[0], ==, academy_item_get_id (first));
  g_assert_cmpstr (links[0]->id, ==, academy_item_get_id (first));
  g_assert_true (academy_paste_steps_take (academy_paste_get_steps (paste), FALSE, &draft, &field));
  g_assert_cmpuint (count_goals (drafts[0]), ==, 0);
  g_assert_nonnull (academy_paste_get_remark (paste, drafts[0], goals));
  g_assert_true (academy_paste_steps_take (academy_paste_get_steps (paste), FALSE, &draft, &field));
  g_assert_true (draft == drafts[0] && field == status);
  g_assert_cmpstr (academy_item_get_text (drafts[0], "status"), ==, "idea");
  g_assert_cmpstr (academy_paste_get_remark (paste, drafts[1], status)->text, ==, "Jossain");
  g_assert_false (academy_paste_steps_can_undo (academy_paste_get_steps (paste)));

  for (guint i = 0; i < 4; i++)
    g_assert_true (academy_paste_steps_take (academy_paste_get_steps (paste), TRUE, &draft, &field));
  g_assert_false (academy_paste_steps_take (academy_paste_get_steps (paste), TRUE, &draft, &field));
  g_assert_cmpstr (academy_item_get_text (drafts[1], "status"), ==, "done");
  g_assert_cmpstr (academy_item_get_links (drafts[1], "goals")[0], ==, academy_item_get_id (second));
  g_assert_false (academy_paste_is_taken (paste, drafts[1]));

  academy_paste_reopen_link (paste, links[0]);
  g_assert_nonnull (academy_paste_get_remark (paste, drafts[0], goals));
  g_assert_cmpuint (count_goals (drafts[0]), ==, 0);
}

/* What is not in the file can be added when a title is enough, and is only when a
 * chosen row links to it. */
static void
test_targets (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(AcademyGrid) grid = make_grid ("Toimenpide\tTavoite\nVuoropuhelu\tPuuttuva\nKoulutus\tToinen\n");
  AcademyColumnGuess guesses[ACADEMY_GRID_MAX_COLUMNS];
  guint first_row;
  g_autoptr(AcademyPaste) paste = paste_grid (fixture, grid, &academy_measure_kind, guesses, &first_row);
  GPtrArray *unknown = academy_paste_get_unknown_links (paste);
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr(AcademyEdit) edit = NULL;
  AcademyItem *draft = academy_paste_get_drafts (paste)->pdata[0];
  int before = academy_test_count (&fixture->base, &academy_goal_kind);

  for (guint i = 0; i < unknown->len; i++)
    {
      g_autoptr(AcademyItem) target = academy_paste_create_target (paste, fixture->base.store, unknown->pdata[i], NULL);

      g_assert_nonnull (target);
      academy_paste_add_target (paste, target);
      g_assert_true (academy_paste_find_target (paste, academy_item_get_id (target)) == target);
      academy_paste_resolve_link (paste, unknown->pdata[i], academy_item_get_id (target));
    }

  g_assert_true (academy_paste_is_understood (paste, draft));
  g_ptr_array_add (chosen, draft);
  edit = academy_paste_create_edit (paste, chosen);
  g_assert_true (academy_store_apply (fixture->base.store, edit, NULL));
  g_assert_cmpint (academy_test_count (&fixture->base, &academy_goal_kind), ==, before + 1);
  g_assert_cmpint (academy_test_count (&fixture->base, &academy_measure_kind), ==, 1);
}

/* The chosen drafts are one edit, and those left out stay out. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(AcademyGrid) grid = make_grid (forty);
  AcademyColumnGuess guesses[ACADEMY_GRID_MAX_COLUMNS];
  guint first_row;
  g_autoptr(AcademyPaste) paste = paste_grid (fixture, grid, &academy_measure_kind, guesses, &first_row);
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr(AcademyEdit) edit = NULL;
  g_autoptr(AcademyItem) measure = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_extend (chosen, academy_paste_get_drafts (paste), NULL, NULL);
  g_ptr_array_remove_index (chosen, 1);
  edit = academy_paste_create_edit (paste, chosen);
  academy_store_apply (fixture->base.store, edit, &error);
  g_assert_no_error (error);

  g_assert_cmpint (academy_test_count (&fixture->base, &academy_measure_kind), ==, 2);
  g_assert_cmpstr (academy_store_get_undo_label (fixture->base.store), ==, "Paste 2 measures");
  measure = academy_store_get (fixture->base.store, &academy_measure_kind,
                               academy_item_get_id (g_ptr_array_index (chosen, 0)), NULL);
  g_assert_true (measure == g_ptr_array_index (chosen, 0));
  academy_test_undo (&fixture->base);
  g_assert_cmpint (academy_test_count (&fixture->base, &academy_measure_kind), ==, 0);
}

/* New items get what any new item of the owner gets: the next number each. */
static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(AcademyItem) existing = academy_test_add (&fixture->base, &academy_session_kind, "number=3");
  g_autoptr(AcademyGrid) grid = make_grid ("Paikka\tAika\nKirjasto\t1.3.2026 klo 9\nVerkko\t1.4.2026 klo 12.30\n"
                                           "Talo\t5.1. klo 9\nTori\t1.8. klo 9\n");
  const AcademyField *columns[] = {
    academy_kind_find_field (&academy_session_kind, "place"), academy_kind_find_field (&academy_session_kind, "start"),
  };
  g_autoptr(AcademyPaste) paste =
    academy_paste_read (grid, 1, &academy_session_kind, columns, fixture->base.store, fixture->organisation, NULL);
  GPtrArray *drafts = academy_paste_get_drafts (paste);
  g_autofree char *time = dup_value (fixture, g_ptr_array_index (drafts, 1), columns[1]);

  g_assert_cmpint (academy_item_get_number (g_ptr_array_index (drafts, 0), "number"), ==, 4);
  g_assert_cmpint (academy_item_get_number (g_ptr_array_index (drafts, 1), "number"), ==, 5);
  g_assert_cmpstr (time, ==, "2026-04-01T12:30:00+03:00");
  g_assert_null (academy_paste_get_remark (paste, g_ptr_array_index (drafts, 1), columns[1]));

  /* The year of a day outside the programme does not follow from it. */
  g_assert_null (academy_paste_get_remark (paste, drafts->pdata[2], columns[1]));
  g_assert_true (academy_paste_get_remark (paste, drafts->pdata[3], columns[1])->is_understood);
}

/* Without a day in the plan, a year is found from the day by which the programme is
 * judged, whatever the clock says. */
static void
test_status_date (void)
{
  static const struct {
    const char *text;
    const char *start;
  } rows[] = {
    { "vk 12", "2022-03-21" }, { "5.3.–12.3.", "2022-03-05" }, { "1.11.", "2021-11-01" }, { "huomenna", "2022-03-01" },
  };
  const AcademyField *start = academy_kind_find_field (&academy_measure_kind, "start");
  AcademyTest test = { NULL };
  g_autoptr(AcademyItem) organisation = NULL;

  academy_test_set_up_template (&test, "empty", "en");
  academy_store_set_status_date (test.store, academy_test_day ("2022-02-28"));
  organisation = academy_test_add (&test, &academy_organisation_kind, "name_fi=Akaa; slug=akaa");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyGrid) grid = make_grid (rows[i].text);
      g_autoptr(AcademyPaste) paste =
        academy_paste_read (grid, 0, &academy_measure_kind, &start, test.store, organisation, NULL);
      AcademyItem *draft = academy_paste_get_drafts (paste)->pdata[0];
      g_autofree char *day = academy_date_to_text (academy_item_get_date (draft, "start"));

      g_assert_cmpstr (day, ==, rows[i].start);
    }

  academy_test_tear_down (&test, NULL);
}

static GPtrArray *
get_fields (const AcademyKind *kind)
{
  GPtrArray *fields = g_ptr_array_new ();

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    if (academy_recognition_takes (kind, field))
      g_ptr_array_add (fields, (gpointer) field);
  g_ptr_array_add (fields, NULL);

  return fields;
}

/* A value for each field that another program could spoil: signs, lines, numbers
 * over a thousand. */
static void
fill (Fixture     *fixture,
      AcademyItem *item)
{
  const AcademyKind *kind = academy_item_get_kind (item);

  ACADEMY_KIND_FOREACH_FIELD (kind, field)
    {
      const char *text = NULL;
      g_autofree char *id = NULL;
      g_auto(GValue) value = G_VALUE_INIT;

      if (!academy_recognition_takes (kind, field))
        continue;
      switch (field->type)
        {
        case ACADEMY_TEXT:
          text = "=1+2; \"a\", b";
          break;
        case ACADEMY_LONG_TEXT:
          text = "\"First\" line\n\n– second line; 1.";
          break;
        case ACADEMY_DATE:
          text = "2026-03-04";
          break;
        case ACADEMY_INSTANT:
          text = "2026-03-04T09:30:00+02:00";
          break;
        case ACADEMY_INTEGER:
          text = id = g_strdup_printf ("%" G_GINT64_FORMAT, academy_field_has_limits (field) ? field->max : 12345);
          break;
        case ACADEMY_DECIMAL:
          text = "1234.25";
          break;
        case ACADEMY_MONEY:
          text = "1234567";
          break;
        case ACADEMY_CHOICE:
          text = field->choices[0].token;
          break;
        case ACADEMY_FLAG:
          text = "true";
          break;
        case ACADEMY_LINK:
        case ACADEMY_LINKS:
          {
            g_autoptr(GPtrArray) ids = academy_store_get_ids (fixture->base.store, academy_kind_find (field->target), NULL, NULL);

            g_ptr_array_add (ids, NULL);
            text = id = field->type == ACADEMY_LINKS || ids->len == 1 ? g_strjoinv (" ", (GStrv) ids->pdata)
                                                                      : g_strdup (g_ptr_array_index (ids, 0));
            break;
          }
        case ACADEMY_CPV:
          text = "72000000";
          break;
        case ACADEMY_EMAIL:
          text = "a@example.org";
          break;
        case ACADEMY_URI:
          text = "https://example.org/a?b=c;d";
          break;
        default:
          break;
        }

      academy_value_init (field, &value);
      g_assert_true (academy_value_set_from_text (field, text, &value, NULL));
      academy_value_normalise (field, &value);
      academy_item_set_value (item, field, &value);
    }
}

/* Copying items and pasting them gives the same values, in both languages and as
 * text and HTML. The columns are known here: texts that are alike have no form. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  const AcademyKind *kind = data;
  AcademyItem *owner = get_owner (fixture, kind);
  g_autoptr(AcademyItem) item = academy_item_new_part (kind, academy_item_get_id (owner));
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(GPtrArray) fields = get_fields (kind);

  fill (fixture, item);
  g_ptr_array_add (items, item);
  for (guint i = 0; i < 4; i++)
    {
      const AcademyLanguage *language = academy_language_get (i % 2 == 0 ? "en" : "fi", NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(AcademyGrid) copied =
        academy_grid_new_for_items (items, (const AcademyField **) fields->pdata, fixture->base.store, language, &error);
      g_autofree char *text = i < 2 ? academy_grid_to_text (copied) : academy_grid_to_html (copied);
      g_autoptr(AcademyGrid) pasted = i < 2 ? academy_grid_new_from_text (text, &error)
                                            : academy_grid_new_from_html (text, strlen (text), &error);
      g_autoptr(AcademyPaste) paste =
        academy_paste_read (pasted, 1, kind, (const AcademyField **) fields->pdata, fixture->base.store, owner, &error);
      AcademyItem *draft = g_ptr_array_index (academy_paste_get_drafts (paste), 0);

      g_assert_no_error (error);
      for (guint j = 0; j < fields->len - 1; j++)
        {
          const AcademyField *field = g_ptr_array_index (fields, j);
          const AcademyRemark *remark = academy_paste_get_remark (paste, draft, field);
          g_autofree char *before = academy_value_to_text (field, academy_item_get_value (item, field));
          g_autofree char *after = academy_value_to_text (field, academy_item_get_value (draft, field));

          g_test_message ("%s.%s: %s", kind->name, field->name, remark != NULL ? remark->message : "");
          g_assert_null (remark);
          g_assert_cmpstr (after, ==, before);
        }
    }
}

/* The headings of a copied table are known again in either language. */
static void
test_copied_headings (Fixture       *fixture,
                      gconstpointer  data)
{
  const AcademyKind *kind = data;
  g_autoptr(GPtrArray) fields = get_fields (kind);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(AcademyItem) item = academy_item_new_part (kind, academy_item_get_id (get_owner (fixture, kind)));

  fill (fixture, item);
  g_ptr_array_add (items, item);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(AcademyGrid) grid = academy_grid_new_for_items (items, (const AcademyField **) fields->pdata, fixture->base.store,
                                                                academy_language_get (i == 0 ? "en" : "fi", NULL), NULL);
      AcademyColumnGuess guesses[ACADEMY_GRID_MAX_COLUMNS];
      guint first_row;

      g_assert_true (academy_recognition_guess (grid, kind, fixture->base.store, get_owner (fixture, kind), guesses,
                                                &first_row, NULL));
      g_assert_cmpuint (first_row, ==, 1);
      for (guint j = 0; j < fields->len - 1; j++)
        {
          const AcademyField *field = g_ptr_array_index (fields, j);

          g_test_message ("%s.%s", kind->name, field->name);
          g_assert_nonnull (guesses[j].field);
          g_assert_cmpstr (guesses[j].field->name, ==, field->name);
        }
    }
}

/* The largest table, which has as many rows below its headings, is recognised and read in a time that nobody waits for. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const cells[] = {
    "Järjestetään markkinavuoropuhelu", "Hankintajohtaja", "1.3.2026", "helmi–maalis 2026", "Käynnissä", "50 %", "1 500 €", "2,5",
    "Päästöt pienenevät", "Seuraava askel on - kutsua - toimittajat",
  };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(AcademyGrid) grid = NULL;
  g_autoptr(AcademyPaste) paste = NULL;
  AcademyColumnGuess guesses[ACADEMY_GRID_MAX_COLUMNS];
  clock_t start = clock ();
  guint first_row;

  for (guint column = 0; column < ACADEMY_GRID_MAX_COLUMNS; column++)
    g_string_append (text, column == 0 ? "Toimenpide" : column == 1 ? "\tVastuu" : "\t");
  g_string_append_c (text, '\n');
  for (guint row = 0; row < ACADEMY_GRID_MAX_ROWS; row++)
    for (guint column = 0; column < ACADEMY_GRID_MAX_COLUMNS; column++)
      g_string_append_printf (text, "%s%c", cells[column % G_N_ELEMENTS (cells)],
                              column < ACADEMY_GRID_MAX_COLUMNS - 1 ? '\t' : '\n');
  grid = make_grid (text->str);
  paste = paste_grid (fixture, grid, &academy_measure_kind, guesses, &first_row);

  g_assert_cmpuint (first_row, ==, 1);
  g_assert_cmpuint (academy_paste_get_drafts (paste)->len, ==, ACADEMY_GRID_MAX_ROWS);
  g_test_message ("%.2f s", (double) (clock () - start) / CLOCKS_PER_SEC);
  g_assert_cmpint ((clock () - start) / CLOCKS_PER_SEC, <, 10);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "/recognition/tables", test_tables },
    { "/recognition/periods", test_periods },
    { "/recognition/drafts", test_drafts },
    { "/recognition/targets", test_targets },
    { "/recognition/steps", test_steps },
    { "/recognition/edit", test_edit },
    { "/recognition/numbers", test_numbers },
    { "/recognition/large", test_large },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    if ((*kind)->paste != NULL && *kind != &academy_organisation_kind)
      {
        g_autofree char *copy = g_strconcat ("/recognition/copy/", (*kind)->name, NULL);
        g_autofree char *headings = g_strconcat ("/recognition/copied-headings/", (*kind)->name, NULL);

        g_test_add (copy, Fixture, *kind, set_up, test_copy, tear_down);
        g_test_add (headings, Fixture, *kind, set_up, test_copied_headings, tear_down);
      }

  g_test_add_func ("/recognition/status-date", test_status_date);

  return g_test_run ();
}
