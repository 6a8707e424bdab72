/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-cpv.h"

#include <string.h>

/* How many digits name a division. */
#define DIGITS 2

/**
 * academy_cpv_divisions:
 *
 * All divisions, ended by a row without a code. Regulation (EC) 213/2008; the labels
 * are those of the EU notices with their spelling: OP-TED/eForms-SDK, 20 July 2026,
 * `translations/code_*.xml`, © European Union, CC BY 4.0.
 */
const AcademyCpvDivision academy_cpv_divisions[] = {
  { "03000000",
    "Maa-, karja-, kala- ja metsätaloustuotteet sekä vastaavat tuotteet",
    "Jordbruks-, jakt-, fiske- och skogsbruksprodukter samt tillhörande produkter",
    "Agricultural, farming, fishing, forestry and related products" },
  { "09000000",
    "Öljytuotteet, polttoaineet, sähkö ja muut energian lähteet",
    "Petroleumprodukter, bränsle, elektricitet och andra energikällor",
    "Petroleum products, fuel, electricity and other sources of energy" },
  { "14000000",
    "Kaivostuotteet, perusmetallit ja vastaavat tuotteet",
    "Gruvprodukter, basmetaller och tillhörande produkter",
    "Mining, basic metals and related products" },
  { "15000000",
    "Elintarvikkeet, juomat, tupakka ja vastaavat tuotteet",
    "Livsmedel, drycker, tobak o d",
    "Food, beverages, tobacco and related products" },
  { "16000000",
    "Maatalouskoneet",
    "Jordbruksmaskiner",
    "Agricultural machinery" },
  { "18000000",
    "Vaatteet, jalkineet, matkalaukkutuotteet ja tarvikkeet",
    "Kläder, skor, väskor och tillbehör",
    "Clothing, footwear, luggage articles and accessories" },
  { "19000000",
    "Nahka ja tekstiilikankaat, muovi- ja kumimateriaalit",
    "Skinn och textilier, plast- och gummimaterial",
    "Leather and textile fabrics, plastic and rubber materials" },
  { "22000000",
    "Painotuotteet ja vastaavat tuotteet",
    "Trycksaker och tillhörande produkter",
    "Printed matter and related products" },
  { "24000000",
    "Kemialliset tuotteet",
    "Kemiska produkter",
    "Chemical products" },
  { "30000000",
    "Toimisto- ja atk-laitteet ja -tarvikkeet, lukuun ottamatta kalusteita ja tietokoneohjelmatuotteita",
    "Kontorsmaskiner, datorer samt kontors- och datorutrustning, utom möbler och programvara",
    "Office and computing machinery, equipment and supplies except furniture and software packages" },
  { "31000000",
    "Sähkökoneet, -kojeet, -laitteet ja -kulutustarvikkeet; valaistus",
    "Elektriska maskiner, apparater och förbrukningsvaror samt elektrisk utrustning; belysning",
    "Electrical machinery, apparatus, equipment and consumables; lighting" },
  { "32000000",
    "Radio-, televisio- ja viestintä- ja teleliikennelaitteet ja niihin liittyvät laitteet",
    "Radio-, televisions-, kommuniktions- och telekommunikationsutrustning samt tillhörande utrustning",
    "Radio, television, communication, telecommunication and related equipment" },
  { "33000000",
    "Lääketieteelliset laitteet, farmaseuttiset valmisteet ja henkilökohtaiseen hygieniaan liittyvät tuotteet",
    "Medicinsk utrustning, läkemedel och hygienartiklar",
    "Medical equipments, pharmaceuticals and personal care products" },
  { "34000000",
    "Kuljetusvälineet ja kuljetuksessa käytettävät aputuotteet",
    "Transportutrustning och transporthjälpmedel",
    "Transport equipment and auxiliary products to transportation" },
  { "35000000",
    "Turva-, palontorjunta-, poliisi- ja maanpuolustusvälineet",
    "Säkerhets-, brandbekämpnings-, polis- och försvarsutrustning",
    "Security, fire-fighting, police and defence equipment" },
  { "37000000",
    "Soittimet, urheiluvälineet, pelit, lelut, käsityö- ja taidetarvikkeet ja -varusteet",
    "Musikinstrument, sportartiklar, spel, leksaker, hantverk, konsthantverksmateriel och tillbehör",
    "Musical instruments, sport goods, games, toys, handicraft, art materials and accessories" },
  { "38000000",
    "Laboratoriolaitteet, optiset ja tarkkuuslaitteet (lukuun ottamatta silmälaseja)",
    "Laboratorieutrustning, optisk utrustning och precisionsutrustning (exkl. glas)",
    "Laboratory, optical and precision equipments (excl. glasses)" },
  { "39000000",
    "Huonekalut (myös toimistokalusteet), sisustustavarat, kodinkoneet ja laitteet (valaistusta lukuun ottamatta) ja "
    "puhdistustuotteet",
    "Möbler (inkl. kontorsmöbler), inredning, hushållsapparater (exkl. belysning) och rengöringsprodukter",
    "Furniture (incl. office furniture), furnishings, domestic appliances (excl. lighting) and cleaning products" },
  { "41000000",
    "Puhdistettu vesi",
    "Uppsamlat och renat vatten",
    "Collected and purified water" },
  { "42000000",
    "Teollisuuskoneet",
    "Industrimaskiner",
    "Industrial machinery" },
  { "43000000",
    "Kaivos- ja louhintakoneet, rakennuslaitteistot",
    "Maskiner för brytning och byggnadsarbeten",
    "Machinery for mining, quarrying, construction equipment" },
  { "44000000",
    "Rakentamiseen liittyvät rakenteet ja tarvikkeet ja muut tuotteet (sähkölaitteita lukuun ottamatta)",
    "Konstruktioner och konstruktionsmaterial; konstruktionshjälpmedel (utom elutrustning)",
    "Construction structures and materials; auxiliary products to construction (except electric apparatus)" },
  { "45000000",
    "Rakennustyöt",
    "Anläggningsarbete",
    "Construction work" },
  { "48000000",
    "Ohjelmatuotteet ja tietojärjestelmät",
    "Programvara och informationssystem",
    "Software package and information systems" },
  { "50000000",
    "Korjaus- ja huoltopalvelut",
    "Reparation och underhåll",
    "Repair and maintenance services" },
  { "51000000",
    "Asennuspalvelut (ohjelmistoja lukuun ottamatta)",
    "Installation (utom programvara)",
    "Installation services (except software)" },
  { "55000000",
    "Hotelli-, ravintola- ja vähittäiskauppapalvelut",
    "Hotell-, restaurang- och detaljhandelstjänster",
    "Hotel, restaurant and retail trade services" },
  { "60000000",
    "Kuljetuspalvelut (jätteen kuljetusta lukuun ottamatta)",
    "Transporter (utom avfallstransport)",
    "Transport services (excl. Waste transport)" },
  { "63000000",
    "Kuljetusten tuki- ja apupalvelut; matkatoimistopalvelut",
    "Kringtjänster för transporter; resebyråtjänster",
    "Supporting and auxiliary transport services; travel agencies services" },
  { "64000000",
    "Posti- ja televiestintäpalvelut",
    "Post- och telekommunikationstjänster",
    "Postal and telecommunications services" },
  { "65000000",
    "Julkinen vesi- ja energiahuolto",
    "El-, vatten- och energiverk",
    "Public utilities" },
  { "66000000",
    "Rahoitus- ja vakuutuspalvelut",
    "Finans- och försäkringstjänster",
    "Financial and insurance services" },
  { "70000000",
    "Kiinteistöpalvelut",
    "Tjänster avseende fast egendom",
    "Real estate services" },
  { "71000000",
    "Arkkitehti-, rakennus-, insinööri- ja tarkastuspalvelut",
    "Arkitekt-, bygg-, ingenjörs- och besiktningstjänster",
    "Architectural, construction, engineering and inspection services" },
  { "72000000",
    "Tietotekniset palvelut: neuvonta, ohjelmistojen kehittäminen, Internet ja tuki",
    "IT-tjänster: konsultverksamhet, programvaruutveckling, Internet och stöd",
    "IT services: consulting, software development, Internet and support" },
  { "73000000",
    "Tutkimus- ja kehityspalvelut ja niihin liittyvät konsulttipalvelut",
    "FoU-tjänster samt tillhörande konsulttjänster",
    "Research and development services and related consultancy services" },
  { "75000000",
    "Julkishallinnon palvelut, maanpuolustus ja sosiaaliturvapalvelut",
    "Offentlig förvaltning, försvar och socialförsäkringstjänster",
    "Administration, defence and social security services" },
  { "76000000",
    "Öljy- ja kaasuteollisuuteen liittyvät palvelut",
    "Tjänster för olje- och gasindustrin",
    "Services related to the oil and gas industry" },
  { "77000000",
    "Maatalous-, metsätalous-, puutarha-, vesiviljely- ja mehiläistalousalan palvelut",
    "Jordbruks-, skogsbruks-, trädgårds-, vattenbruks- och biodlingstjänster",
    "Agricultural, forestry, horticultural, aquacultural and apicultural services" },
  { "79000000",
    "Liike-elämän palvelut: laki, markkinointi, neuvonta, työhönotto, painatus ja turvallisuus",
    "Företagstjänster: lagstiftning, marknadsföring, rådgivning, rekrytering, tryckning och säkerhet",
    "Business services: law, marketing, consulting, recruitment, printing and security" },
  { "80000000",
    "Yleissivistävän ja ammatillisen koulutuksen palvelut",
    "Undervisning och utbildning",
    "Education and training services" },
  { "85000000",
    "Terveyspalvelut ja sosiaalitoimen palvelut",
    "Hälso- och sjukvård samt socialvård",
    "Health and social work services" },
  { "90000000",
    "Viemäröinti-, jätehuolto- ja puhdistuspalvelut, ympäristöön liittyvät palvelut",
    "Avlopps- och avfallshantering, sanering och miljötjänster",
    "Sewage, refuse, cleaning and environmental services" },
  { "92000000",
    "Virkistys-, kulttuuri- ja urheilupalvelut",
    "Fritids-, kultur- och sporttjänster",
    "Recreational, cultural and sporting services" },
  { "98000000",
    "Muut yhteisöön liittyvät, yhteiskunnalliset ja henkilökohtaiset palvelut",
    "Andra samhälleliga och personliga tjänster",
    "Other community, social and personal services" },
  { NULL }
};

/**
 * academy_cpv_find_division:
 * @code: (nullable): a code, or its beginning
 *
 * Returns: (transfer none) (nullable): the division that @code belongs to
 */
const AcademyCpvDivision *
academy_cpv_find_division (const char *code)
{
  if (code == NULL || strlen (code) < DIGITS)
    return NULL;

  for (const AcademyCpvDivision *division = academy_cpv_divisions; division->code != NULL; division++)
    if (strncmp (division->code, code, DIGITS) == 0)
      return division;

  return NULL;
}

/**
 * academy_cpv_dup_title:
 * @division: a division
 * @language: the language to use
 *
 * Returns: (transfer full): its code and its official label
 */
char *
academy_cpv_dup_title (const AcademyCpvDivision *division,
                       const AcademyLanguage    *language)
{
  gboolean is_finnish = g_str_equal (academy_language_get_code (language), "fi");

  return g_strdup_printf ("%s %s", division->code, is_finnish ? division->fi : division->en);
}

/**
 * academy_cpv_add_suggestions:
 * @owner: (nullable): the owner of the edited item
 * @language: the language to use
 * @texts: the texts to add to
 *
 * An #AcademyFieldSuggestions of a code: all divisions.
 */
void
academy_cpv_add_suggestions (AcademyItem           *owner,
                             const AcademyLanguage *language,
                             GStrvBuilder          *texts)
{
  for (const AcademyCpvDivision *division = academy_cpv_divisions; division->code != NULL; division++)
    g_strv_builder_take (texts, academy_cpv_dup_title (division, language));
}
