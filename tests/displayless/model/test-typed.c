/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>
#include <string.h>

#include "academy-clock.h"
#include "academy-date.h"
#include "academy-error.h"
#include "academy-kinds.h"
#include "academy-language-parse.h"

#define TODAY "2021-11-10"
#define FIRST "2021-10-04"
#define LAST  "2022-06-15"

/* What is typed or pasted into a field, and what it means: in the canonical text,
 * or a part of what is said when it is refused. A language of NULL is both. */
typedef struct {
  const char *language;
  const char *typed;
  const char *expected;
} Row;

static const Row days[] = {
  /* Numbers */
  { NULL, "19.10.2021", "2021-10-19" }, { NULL, "19.10.2021.", "2021-10-19" }, { NULL, "19/10/2021", "2021-10-19" },
  { NULL, "19-10-2021", "2021-10-19" }, { NULL, "19,10,2021", "2021-10-19" }, { NULL, "19 10 2021", "2021-10-19" },
  { NULL, "19. 10. 2021", "2021-10-19" }, { NULL, "09.01.2022", "2022-01-09" }, { NULL, "9.1.2022", "2022-01-09" },
  { NULL, "2021-10-19", "2021-10-19" }, { NULL, "2021/10/19", "2021-10-19" }, { NULL, "2021.10.19", "2021-10-19" },
  { NULL, "20211019", "2021-10-19" }, { NULL, "19102021", "2021-10-19" }, { NULL, "10/11/2021", "2021-11-10" },
  { NULL, "29.2.2024", "2024-02-29" }, { NULL, "19.10/2021", "2021-10-19" },
  /* Two digits */
  { NULL, "1.12.21", "2021-12-01" }, { NULL, "1/12/21", "2021-12-01" }, { NULL, "01.12.21", "2021-12-01" },
  { NULL, "1.12.'21", "2021-12-01" }, { NULL, "1.12.\u201921", "2021-12-01" }, { NULL, "3.4.98", "1998-04-03" },
  { NULL, "19 Oct 21", "2021-10-19" }, { NULL, "19-Oct-21", "2021-10-19" }, { NULL, "19. lokakuuta 21", "2021-10-19" },
  { NULL, "19-10-21", "Write the date as" }, { NULL, "21-10-19", "Write the date as" }, { NULL, "1.12.2", "Write the date as" },
  { NULL, "1.12.202", "Write the date as" },
  /* No year: the nearest in the plan */
  { NULL, "15.11.", "2021-11-15" }, { NULL, "15.11", "2021-11-15" }, { NULL, "15/11", "2021-11-15" },
  { NULL, "15,11", "2021-11-15" }, { NULL, "15.1.", "2022-01-15" }, { NULL, "1.9.", "2021-09-01" },
  { NULL, "1.8.", "2022-08-01" }, { NULL, "4.10.", "2021-10-04" }, { NULL, "19. lokakuuta", "2021-10-19" },
  { NULL, "19 October", "2021-10-19" }, { NULL, "Oct 19", "2021-10-19" }, { NULL, "19-Oct", "2021-10-19" },
  { NULL, "ti 19.10.", "2021-10-19" }, { NULL, "15. tammikuuta", "2022-01-15" },
  /* Months by name */
  { NULL, "19. lokakuuta 2022", "2022-10-19" }, { NULL, "19. lokakuu 2021", "2021-10-19" },
  { NULL, "19 lokakuuta 2021", "2021-10-19" }, { NULL, "19. lokakuun 2021", "2021-10-19" },
  { NULL, "19.lokakuuta 2021", "2021-10-19" }, { NULL, "19. loka 2021", "2021-10-19" },
  { NULL, "19. lokak. 2021", "2021-10-19" }, { NULL, "lokakuun 19. 2021", "2021-10-19" },
  { NULL, "lokakuun 19. päivä 2021", "2021-10-19" }, { NULL, "lokakuun 19. päivänä vuonna 2021", "2021-10-19" },
  { NULL, "1. joulukuuta 2021", "2021-12-01" }, { NULL, "24. kesäkuuta 2022", "2022-06-24" },
  { NULL, "3. heinäk. 2022", "2022-07-03" }, { NULL, "1. MAALISKUUTA 2022", "2022-03-01" },
  { NULL, "19 Oct 2021", "2021-10-19" }, { NULL, "19 October 2021", "2021-10-19" }, { NULL, "19 Oct. 2021", "2021-10-19" },
  { NULL, "19th October 2021", "2021-10-19" }, { NULL, "19th of October 2021", "2021-10-19" },
  { NULL, "the 19th of October, 2021", "2021-10-19" }, { NULL, "October 19, 2021", "2021-10-19" },
  { NULL, "Oct 19th, 2021", "2021-10-19" }, { NULL, "Oct. 19 2021", "2021-10-19" }, { NULL, "2021 Oct 19", "2021-10-19" },
  { NULL, "1st Dec 2021", "2021-12-01" }, { NULL, "2nd Sept 2021", "2021-09-02" }, { NULL, "3rd may 2022", "2022-05-03" },
  { NULL, "19-Oct-2021", "2021-10-19" }, { NULL, "19/Oct/2021", "2021-10-19" }, { NULL, "2021-Oct-19", "2021-10-19" },
  { "en", "15 mar 2022", "2022-03-15" }, { "fi", "15 mar 2022", "Write the date as" },
  { NULL, "15. marraskuuta 2021", "2021-11-15" }, { NULL, "15 Foo 2021", "Write the date as" },
  /* Weekdays */
  { NULL, "ti 19.10.2021", "2021-10-19" }, { NULL, "Ti 19.10.2021", "2021-10-19" }, { NULL, "tiistai 19.10.2021", "2021-10-19" },
  { NULL, "tiistaina 19. lokakuuta 2021", "2021-10-19" }, { NULL, "ti. 19.10.2021", "2021-10-19" },
  { NULL, "ti, 19.10.2021", "2021-10-19" }, { NULL, "19.10.2021 (ti)", "2021-10-19" }, { NULL, "19.10.2021 ti", "2021-10-19" },
  { NULL, "to 21.10.2021", "2021-10-21" }, { NULL, "Tue 19 Oct 2021", "2021-10-19" },
  { NULL, "Tuesday, 19 October 2021", "2021-10-19" }, { NULL, "Tues, Oct 19, 2021", "2021-10-19" },
  { NULL, "on Tuesday 19 Oct 2021", "2021-10-19" }, { "en", "ma 19.10.2021", "19 Oct 2021 is a Tuesday" },
  { "fi", "ma 19.10.2021", "19.10.2021 is a Tuesday" }, { NULL, "Monday, 19 October 2021", "is a Tuesday" },
  { NULL, "perjantai", "2021-11-12" }, { NULL, "pe", "2021-11-12" }, { NULL, "on Friday", "2021-11-12" },
  { NULL, "keskiviikko", "2021-11-17" }, { NULL, "next Friday", "Write the date as" },
  /* Weeks */
  { NULL, "vko 46", "2021-11-15" }, { NULL, "vk 46", "2021-11-15" }, { NULL, "vk. 46", "2021-11-15" },
  { NULL, "viikko 46", "2021-11-15" }, { NULL, "viikolla 46", "2021-11-15" }, { NULL, "vko46", "2021-11-15" },
  { NULL, "46. viikko", "2021-11-15" }, { NULL, "vk 46/2021", "2021-11-15" }, { NULL, "vko 46 2022", "2022-11-14" },
  { NULL, "vko 46/21", "2021-11-15" }, { NULL, "viikko 2 / 2022", "2022-01-10" }, { NULL, "vko 2", "2022-01-10" },
  { NULL, "week 46", "2021-11-15" }, { NULL, "Week 46, 2021", "2021-11-15" }, { NULL, "week 46 of 2021", "2021-11-15" },
  { NULL, "w46", "2021-11-15" }, { NULL, "wk 46", "2021-11-15" }, { NULL, "2021-W46", "2021-11-15" },
  { NULL, "2021-W46-2", "2021-11-16" }, { NULL, "2021W46", "2021-11-15" }, { NULL, "ti vko 46", "2021-11-16" },
  { NULL, "vko 46 pe", "2021-11-19" }, { NULL, "week 53/2020", "2020-12-28" },
  { NULL, "week 53/2021", "The year 2021 has no week 53" }, { NULL, "vko 54", "There is no week 54" },
  { NULL, "vko 0", "There is no week 0" }, { NULL, "2021-W46-8", "Write the date as" }, { NULL, "46", "Write the date as" },
  { NULL, "2 vk", "Write the date as" },
  /* From today */
  { NULL, "today", "2021-11-10" }, { NULL, "tänään", "2021-11-10" }, { NULL, "TÄNÄÄN", "2021-11-10" },
  { NULL, "ta\u0308na\u0308a\u0308n", "2021-11-10" }, { NULL, "tomorrow", "2021-11-11" }, { NULL, "huomenna", "2021-11-11" },
  { NULL, "ylihuomenna", "2021-11-12" }, { NULL, "eilen", "2021-11-09" }, { NULL, "yesterday", "2021-11-09" },
  { NULL, "+2 vk", "2021-11-24" }, { NULL, "+2vk", "2021-11-24" }, { NULL, "+ 2 vko", "2021-11-24" },
  { NULL, "+10 pv", "2021-11-20" }, { NULL, "+10 päivää", "2021-11-20" }, { NULL, "+10", "2021-11-20" },
  { NULL, "+2 weeks", "2021-11-24" }, { NULL, "+2w", "2021-11-24" }, { NULL, "+10d", "2021-11-20" },
  { NULL, "+1 kk", "2021-12-10" }, { NULL, "+3 months", "2022-02-10" }, { NULL, "+1 v", "2022-11-10" },
  { NULL, "-3 pv", "2021-11-07" }, { NULL, "\u22123 pv", "2021-11-07" }, { NULL, "+0 pv", "2021-11-10" },
  { NULL, "in 2 weeks", "2021-11-24" }, { NULL, "2 weeks ago", "2021-10-27" }, { NULL, "2 viikon päästä", "2021-11-24" },
  { NULL, "ensi viikolla", "2021-11-15" },
  { NULL, "next week", "2021-11-15" }, { NULL, "this week", "2021-11-08" }, { NULL, "ensi viikon torstaina", "2021-11-18" },
  { NULL, "19.11. mennessä", "2021-11-19" }, { NULL, "by 19 November", "2021-11-19" },
  { NULL, "viikon kuluttua", "2021-11-17" }, { NULL, "3 päivää sitten", "2021-11-07" },
  { NULL, "kuukauden päästä", "2021-12-10" }, { NULL, "+99999 v", "too far away" }, { NULL, "+9999 v", "too far away" },
  { NULL, "+100 pv", "2022-02-18" }, { NULL, "in 365 days", "2022-11-10" },
  /* What cannot be seen, and what looks alike */
  { NULL, "\u00a019.10.2021\u202f", "2021-10-19" }, { NULL, "\ufeff19.10.2021", "2021-10-19" },
  { NULL, "19.\u200b10.\u200e2021", "2021-10-19" }, { NULL, "19.\u00a010.\u20092021", "2021-10-19" },
  { NULL, "2021\u201110\u201119", "2021-10-19" }, { NULL, "2021\u201310\u201319", "2021-10-19" },
  { NULL, "2021\u221210\u221219", "2021-10-19" },
  { NULL, "\uff11\uff19\uff0e\uff11\uff10\uff0e\uff12\uff10\uff12\uff11", "2021-10-19" },
  { NULL, "\u0661\u0669.\u0661\u0660.\u0662\u0660\u0662\u0661", "2021-10-19" }, { NULL, "19.10.2021\n", "2021-10-19" },
  { NULL, "\t19\u30002021", "Write the date as" },
  /* Impossible */
  { NULL, "29.2.2023", "no such day in the calendar" }, { NULL, "31.4.2022", "no such day in the calendar" },
  { NULL, "32.1.2022", "no such day in the calendar" }, { NULL, "2021-13-01", "no such day in the calendar" },
  { NULL, "1.1.0001", "no such day in the calendar" }, { NULL, "0.10.", "no such day in the calendar" },
  { NULL, "0.0.", "no such day in the calendar" }, { NULL, "31 November", "no such day in the calendar" },
  { NULL, "10/19/2021", "no such day in the calendar" }, { NULL, "19.10.2021.1", "Write the date as" },
  { NULL, "-1.1.2022", "Write the date as" }, { NULL, "soon", "Write the date as" }, { NULL, "keväällä", "Write the date as" },
  { NULL, "19.\u201321.10.2021", "Write the date as" }, { NULL, "klo 9", "without a time" },
  { NULL, "19.10.2021 klo 9", "without a time" }, { NULL, "2021-10-19T09:00", "without a time" },
  { "fi", "marraskuu 2021", "as 1.11.2021" }, { "en", "November 2021", "as 1 Nov 2021" }, { "fi", "11/2021", "as 1.11.2021" },
  { "fi", "lokakuussa", "as 1.10.2021" },
};

static const Row instants[] = {
  { NULL, "16.11.2021 9", "2021-11-16T09:00:00+02:00" }, { NULL, "16.11.2021 klo 9", "2021-11-16T09:00:00+02:00" },
  { NULL, "16.11.2021 klo 9.30", "2021-11-16T09:30:00+02:00" }, { NULL, "16.11.2021 kello 9:30", "2021-11-16T09:30:00+02:00" },
  { NULL, "16.11.2021 9.30", "2021-11-16T09:30:00+02:00" }, { NULL, "16.11.2021 9:30", "2021-11-16T09:30:00+02:00" },
  { NULL, "16.11.2021, 9.30", "2021-11-16T09:30:00+02:00" }, { NULL, "16.11.2021,klo 9", "2021-11-16T09:00:00+02:00" },
  { NULL, "16.11. 9", "2021-11-16T09:00:00+02:00" }, { NULL, "16.11. klo 9", "2021-11-16T09:00:00+02:00" },
  { NULL, "16.11 klo 9", "2021-11-16T09:00:00+02:00" }, { NULL, "16.11.21 9.00", "2021-11-16T09:00:00+02:00" },
  { NULL, "16.11.2021 09:00:00", "2021-11-16T09:00:00+02:00" }, { NULL, "2021-10-19T09:00", "2021-10-19T09:00:00+03:00" },
  { NULL, "2021-10-19 09:00", "2021-10-19T09:00:00+03:00" }, { NULL, "2021-10-19T09:00Z", "2021-10-19T12:00:00+03:00" },
  { NULL, "2021-10-19T09:00:00+03:00", "2021-10-19T09:00:00+03:00" },
  { NULL, "2021\u201110\u201119T09:00", "2021-10-19T09:00:00+03:00" },
  { NULL, "ti 16.11.2021 klo 9", "2021-11-16T09:00:00+02:00" }, { NULL, "16. marraskuuta 2021 klo 9", "2021-11-16T09:00:00+02:00" },
  { NULL, "16 Nov 2021 at 9", "2021-11-16T09:00:00+02:00" }, { NULL, "16 Nov 2021 9 am", "2021-11-16T09:00:00+02:00" },
  { NULL, "16 Nov 2021 9am", "2021-11-16T09:00:00+02:00" }, { NULL, "16 Nov 2021, 1:30 p.m.", "2021-11-16T13:30:00+02:00" },
  { NULL, "16 Nov 2021 at 12 pm", "2021-11-16T12:00:00+02:00" }, { NULL, "16 Nov 2021 12 am", "2021-11-16T00:00:00+02:00" },
  { NULL, "Tuesday, 16 November 2021 at 14:00", "2021-11-16T14:00:00+02:00" },
  { NULL, "Nov 16, 2021, 9:00", "2021-11-16T09:00:00+02:00" },
  { NULL, "at 9 on 16 Nov 2021", "2021-11-16T09:00:00+02:00" }, { NULL, "klo 9 16.11.2021", "2021-11-16T09:00:00+02:00" },
  { NULL, "9:30 16.11.2021", "2021-11-16T09:30:00+02:00" }, { NULL, "klo 0930 16.11.2021", "2021-11-16T09:30:00+02:00" },
  { NULL, "tänään klo 14", "2021-11-10T14:00:00+02:00" }, { NULL, "huomenna 9.30", "2021-11-11T09:30:00+02:00" },
  { NULL, "pe klo 9", "2021-11-12T09:00:00+02:00" }, { NULL, "vko 46 ti klo 9", "2021-11-16T09:00:00+02:00" },
  { NULL, "+1 vk klo 9", "2021-11-17T09:00:00+02:00" }, { NULL, "16.11.2021 0.00", "2021-11-16T00:00:00+02:00" },
  /* The day of the item */
  { NULL, "klo 9", "2021-11-02T09:00:00+02:00" }, { NULL, "9.30", "2021-11-02T09:30:00+02:00" },
  { NULL, "at 9 pm", "2021-11-02T21:00:00+02:00" }, { NULL, "klo 9\u201311", "2021-11-02T09:00:00+02:00 120" },
  /* How long it takes */
  { NULL, "16.11.2021 klo 9\u201311", "2021-11-16T09:00:00+02:00 120" },
  { NULL, "16.11.2021 9-11", "2021-11-16T09:00:00+02:00 120" },
  { NULL, "16.11.2021 klo 9 - 11.30", "2021-11-16T09:00:00+02:00 150" },
  { NULL, "16.11.2021 9.00\u20139.45", "2021-11-16T09:00:00+02:00 45" },
  { NULL, "16.11.2021 klo 9 \u2013 klo 11", "2021-11-16T09:00:00+02:00 120" },
  { NULL, "16 Nov 2021 9:00 to 11:00", "2021-11-16T09:00:00+02:00 120" },
  { NULL, "16 Nov 2021 from 9 to 11", "2021-11-16T09:00:00+02:00 120" },
  { NULL, "16 Nov 2021, 9\u201311 am", "2021-11-16T09:00:00+02:00 120" },
  { NULL, "16 Nov 2021, 11-1 pm", "2021-11-16T11:00:00+02:00 120" },
  { NULL, "16 Nov 2021 1\u20133 pm", "2021-11-16T13:00:00+02:00 120" },
  { NULL, "16 Nov 2021 9 am - 1 pm", "2021-11-16T09:00:00+02:00 240" },
  { NULL, "16.11.2021 klo 22\u201324", "2021-11-16T22:00:00+02:00 120" },
  { NULL, "16.11.2021 klo 11\u20139", "The end is before the start" },
  { NULL, "16.11.2021 9-25", "Write the date and time as" },
  /* The nights on which clocks change in Finland */
  { NULL, "27.3.2022 3.30", "the clock is put forward" }, { NULL, "27.3.2022 2.30", "2022-03-27T02:30:00+02:00" },
  { NULL, "27.3.2022 4.00", "2022-03-27T04:00:00+03:00" },
  { NULL, "27.3.2022 klo 2\u20134", "2022-03-27T02:00:00+02:00 60" },
  { "en", "31.10.2021 3.30", "31 Oct 2021 3:30 (UTC+3) or 31 Oct 2021 3:30 (UTC+2)" },
  { "fi", "31.10.2021 3.30", "31.10.2021 3.30 (UTC+3) or 31.10.2021 3.30 (UTC+2)" },
  { NULL, "31.10.2021 3.30 (UTC+3)", "2021-10-31T03:30:00+03:00" },
  { NULL, "31.10.2021 2.30", "2021-10-31T02:30:00+03:00" }, { NULL, "31.10.2021 4.00", "2021-10-31T04:00:00+02:00" },
  { NULL, "2021-10-31T03:30+02:00", "2021-10-31T03:30:00+02:00" },
  { NULL, "16.11.2021 klo 9.00 (UTC+2)", "2021-11-16T09:00:00+02:00" }, { NULL, "16.6.2021 9 UTC+2", "2021-06-16T10:00:00+03:00" },
  { NULL, "16.6.2021 9\u201311 (UTC)", "2021-06-16T12:00:00+03:00 120" },
  { NULL, "16.6.2021 9 GMT\u22123:30", "2021-06-16T15:30:00+03:00" },
  { NULL, "16.6.2021 9 (UTC+15)", "Write the date and time as" }, { NULL, "16.6.2021 (UTC+2)", "Write the time as well" },
  /* Impossible */
  { "en", "16.11.2021", "as 16 Nov 2021 9:00" }, { "fi", "16.11.2021", "as 16.11.2021 9:00" },
  { NULL, "16.11.2021 25", "Write the date and time as" }, { NULL, "16.11.2021 9.60", "Write the date and time as" },
  { NULL, "16.11.2021 9.5", "Write the date and time as" }, { NULL, "16.11.2021 13 pm", "Write the date and time as" },
  { NULL, "ma 16.11.2021 klo 9", "is a Tuesday" }, { NULL, "31.11.2021 klo 9", "no such day in the calendar" },
  { NULL, "9.10 11.12", "2021-10-09T11:12:00+03:00" }, { NULL, "soon", "Write the date and time as" },
  { NULL, "16.11.2021 puoli kymmenen", "Write the date and time as" },
};

static const Row amounts[] = {
  { NULL, "1500", "1500" }, { NULL, "1 500", "1500" }, { NULL, "1\u00a0500", "1500" }, { NULL, "1\u202f500", "1500" },
  { NULL, "1\u2009500 €", "1500" }, { NULL, "1 500,00 €", "1500" }, { NULL, "1 500.00", "1500" }, { NULL, "1.500,00", "1500" },
  { NULL, "1,500.00", "1500" }, { "en", "1,500", "1500" }, { "fi", "1,500", "in two ways" }, { NULL, "1.500", "in two ways" },
  { "en", "€1,500", "1500" }, { "fi", "€1,500", "in two ways" }, { NULL, "1,500,000", "1500000" }, { NULL, "1.500.000", "1500000" },
  { NULL, "1'500'000", "1500000" }, { NULL, "1\u2019500", "1500" }, { NULL, "€ 1500", "1500" }, { NULL, "1500€", "1500" },
  { NULL, "EUR 1500", "1500" }, { NULL, "1500 eur", "1500" }, { NULL, "1500 euroa", "1500" }, { NULL, "1500 euros", "1500" },
  { NULL, "1500,-", "1500" }, { NULL, "1 500,\u2013 €", "1500" }, { NULL, "12 k€", "12000" }, { NULL, "12k", "12000" },
  { NULL, "12,5 k€", "12500" }, { NULL, "1,5 milj.", "1500000" }, { NULL, "1,5 milj. €", "1500000" },
  { NULL, "1,5 miljoonaa euroa", "1500000" }, { NULL, "1.5 M€", "1500000" }, { NULL, "€1.5m", "1500000" },
  { NULL, "€1.5 million", "1500000" }, { NULL, "2,25 M€", "2250000" }, { NULL, "50 tuhatta euroa", "50000" },
  { NULL, "50 t€", "50000" }, { NULL, "62 500", "62500" }, { NULL, "\uff11\uff15\uff10\uff10", "1500" },
  { NULL, "\ufeff1500", "1500" }, { NULL, "\u22121500", "-1500" }, { NULL, "0", "0" }, { NULL, "1500000", "1500000" },
  { NULL, "12,50", "whole euros" }, { NULL, "12.50", "whole euros" }, { NULL, "1 500,50", "whole euros" },
  { NULL, "1 50", "whole euros" }, { NULL, "15 00", "whole euros" }, { NULL, "1,50,000", "whole euros" },
  { NULL, "1.500,000.00", "whole euros" }, { NULL, "1500 $", "whole euros" }, { NULL, "1e5", "whole euros" },
  { NULL, "noin 1500", "whole euros" }, { NULL, "1000-2000", "whole euros" }, { NULL, "€", "whole euros" },
  { NULL, "2500,50", "as 2501." }, { NULL, "-0,50", "as -1." }, { NULL, "99999999999999999999999,50", "whole euros" },
  { NULL, "10²", "whole euros" }, { NULL, "much", "whole euros" }, { NULL, "1,2345 k€", "whole euros" },
  { NULL, "1 500 000 000 000 000 000 000", "whole" },
};

static const Row integers[] = {
  { NULL, "40", "40" }, { NULL, " 40 % ", "40" }, { NULL, "40%", "40" }, { NULL, "40,0", "40" }, { NULL, "1 000", "1000" },
  { NULL, "\u22123", "-3" }, { NULL, "-3", "-3" }, { NULL, "+3", "3" }, { NULL, "2,5", "whole number" },
  { NULL, "40 €", "whole number" }, { NULL, "1,000.5", "whole number" }, { "en", "1,000", "1000" },
  { "fi", "1,000", "in two ways" }, { NULL, "two", "whole number" },
};

static const Row decimals[] = {
  { NULL, "2,5", "2.5" }, { NULL, "2.5", "2.5" }, { NULL, "12,50", "12.5" }, { NULL, "0,25", "0.25" }, { NULL, "12", "12" },
  { NULL, "12,00", "12" }, { NULL, "1 200,5", "1200.5" }, { "en", "1,200.5", "1200.5" }, { "en", "1,200", "1200" },
  { "fi", "1,200", "in two ways" }, { NULL, "1.200", "in two ways" }, { NULL, "2,5 %", "2.5" }, { NULL, "\u22122,5", "-2.5" },
  { NULL, "0,500", "0.5" }, { NULL, "2,5,5", "Write a number" }, { NULL, "1 20", "Write a number" },
  { NULL, "half", "Write a number" }, { NULL, "2½", "Write a number" }, { NULL, ",5", "Write a number" },
  { NULL, "2,5 €", "Write a number" },
};

/* What a number counts may be said after it. */
static const Row counted_minutes[] = {
  { NULL, "20 min", "20" }, { NULL, "20min.", "20" }, { "fi", "20 minuuttia", "20" }, { NULL, "20 Minutes", "20" },
  { NULL, "20", "20" }, { NULL, "20 h", "whole number" }, { NULL, "20 min 5", "whole number" }, { NULL, "min", "whole number" },
};

static const Row counted_hours[] = {
  { NULL, "2 h", "2" }, { NULL, "1,5 tuntia", "1.5" }, { NULL, "30 min", "0.5" }, { NULL, "30 min.", "0.5" },
  { NULL, "1 h 30 min", "1.5" }, { NULL, "5 t 25min", "5.42" }, { "fi", "1 tunti 15 minuuttia", "1.25" },
  { NULL, "90 minutes", "1.5" }, { NULL, "min", "Write a number" }, { NULL, "30 min 1 h", "Write a number" },
  { NULL, "1 pv 30 min", "Write a number" }, { NULL, "1 h 30", "Write a number" },
};

static const Row counted_days[] = {
  { NULL, "2,5 htp", "2.5" }, { NULL, "3 päivää", "3" }, { NULL, "3 min", "Write a number" },
};

static void
check (const AcademyField *field,
       const Row          *row,
       const char         *code,
       const AcademyNear  *near)
{
  g_autoptr(GError) error = NULL;
  g_auto(GValue) value = G_VALUE_INIT;
  gint64 minutes = ACADEMY_UNSET;
  gboolean read;

  academy_value_init (field, &value);
  read = academy_language_parse_value (academy_language_get (code, NULL), field, row->typed, near, &value,
                                       &minutes, &error);
  if (read)
    {
      g_autofree char *text = academy_value_to_text (field, &value);
      g_autofree char *both = minutes != ACADEMY_UNSET ? g_strdup_printf ("%s %" G_GINT64_FORMAT, text, minutes)
                                                       : g_strdup (text);

      if (g_strcmp0 (both, row->expected) != 0)
        {
          g_test_message ("%s: “%s” is %s and not %s", code, row->typed, both, row->expected);
          g_test_fail ();
        }
    }
  else
    {
      g_assert_error (error, ACADEMY_ERROR, ACADEMY_ERROR_INVALID);
      if (strstr (error->message, row->expected) == NULL)
        {
          g_test_message ("%s: “%s” is refused with “%s” and not “%s”", code, row->typed, error->message, row->expected);
          g_test_fail ();
        }
    }
}

static void
check_rows (const AcademyKind *kind,
            const char        *field,
            const Row         *rows,
            guint              n_rows)
{
  static const char * const codes[] = { "en", "fi" };
  AcademyNear near;

  academy_near_init (&near, academy_clock_get_day ());
  g_assert_true (academy_date_from_text (FIRST, &near.first, NULL));
  g_assert_true (academy_date_from_text (LAST, &near.last, NULL));
  if (g_str_equal (kind->name, "session"))
    g_assert_true (academy_date_from_text ("2021-11-02", &near.day, NULL));

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < G_N_ELEMENTS (codes); j++)
      if (rows[i].language == NULL || g_str_equal (rows[i].language, codes[j]))
        check (academy_kind_find_field (kind, field), &rows[i], codes[j], &near);
}

static void
test_days (void)
{
  check_rows (&academy_measure_kind, "start", days, G_N_ELEMENTS (days));
}

static void
test_instants (void)
{
  check_rows (&academy_session_kind, "start", instants, G_N_ELEMENTS (instants));
}

static void
test_amounts (void)
{
  check_rows (&academy_measure_kind, "cost", amounts, G_N_ELEMENTS (amounts));
}

static void
test_integers (void)
{
  check_rows (&academy_measure_kind, "progress", integers, G_N_ELEMENTS (integers));
}

static void
test_decimals (void)
{
  check_rows (&academy_measure_kind, "person_days", decimals, G_N_ELEMENTS (decimals));
}

static void
test_counted (void)
{
  check_rows (&academy_agenda_item_kind, "minutes", counted_minutes, G_N_ELEMENTS (counted_minutes));
  check_rows (&academy_session_kind, "duration", counted_minutes, G_N_ELEMENTS (counted_minutes));
  check_rows (&academy_contact_kind, "hours", counted_hours, G_N_ELEMENTS (counted_hours));
  check_rows (&academy_measure_kind, "person_days", counted_days, G_N_ELEMENTS (counted_days));
}

/* Which year a day without one is in: the other day of the item weighs more than
 * those of the plan. */
static void
test_years (void)
{
  static const struct {
    const char *start;
    const char *end;
    const char *field;
    const char *typed;
    const char *expected;
  } rows[] = {
    { NULL, NULL, "start", "15.11.", "2021-11-15" },
    { "2021-11-15", NULL, "end", "31.1.", "2022-01-31" },
    { "2021-11-15", NULL, "end", "31.12.", "2021-12-31" },
    { "2022-03-01", NULL, "end", "15.11.", "2022-11-15" },
    { "2022-03-01", NULL, "end", "28.2.", "2023-02-28" },
    { NULL, "2022-01-31", "start", "15.11.", "2021-11-15" },
    { NULL, "2021-12-31", "start", "15.1.", "2022-01-15" },
    { NULL, "2022-05-31", "start", "1.6.", "2022-06-01" },
    { "2021-11-15", NULL, "end", "vko 50", "2021-12-17" },
    { "2021-11-15", NULL, "end", "vko 2", "2022-01-14" },
    { "2021-11-15", NULL, "end", "vko 50 ti", "2021-12-14" },
    { NULL, NULL, "start", "pe 3.12.", "2021-12-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AcademyItem) item = academy_item_new (&academy_measure_kind, NULL);
      const AcademyField *field = academy_kind_find_field (&academy_measure_kind, rows[i].field);
      AcademyNear near;
      GDate date;
      g_autofree char *text = NULL;

      for (guint j = 0; j < 2; j++)
        {
          const char *day = j == 0 ? rows[i].start : rows[i].end;

          if (day != NULL && academy_date_from_text (day, &date, NULL))
            g_object_set (item, j == 0 ? "start" : "end", &date, NULL);
        }
      academy_near_init_for (&near, academy_clock_get_day (), item, field);
      g_assert_true (academy_date_from_text (FIRST, &near.first, NULL));
      g_assert_true (academy_date_from_text (LAST, &near.last, NULL));
      g_assert_true (academy_language_parse_date (academy_language_get ("fi", NULL), rows[i].typed, &near, &date, NULL));
      text = academy_date_to_text (&date);
      g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* Of a week, the start of everything is its Monday, and the end its Friday. */
static void
test_weeks (void)
{
  guint n_kinds = 0;

  for (const AcademyKind * const *kind = academy_kinds (); *kind != NULL; kind++)
    {
      static const char * const expected[] = { "2021-11-15", "2021-11-19" };
      const AcademyField *ends[] = { academy_kind_find_field (*kind, "start"), academy_kind_find_field (*kind, "end") };
      g_autoptr(AcademyItem) item = academy_item_new (*kind, NULL);

      if (ends[0] == NULL || ends[1] == NULL)
        continue;

      n_kinds++;
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        {
          AcademyNear near;
          GDate date;
          g_autofree char *text = NULL;

          academy_near_init_for (&near, academy_clock_get_day (), item, ends[i]);
          g_assert_true (academy_language_parse_date (academy_language_get ("fi", NULL), "vko 46/2021", &near, &date, NULL));
          text = academy_date_to_text (&date);
          g_test_message ("%s", (*kind)->name);
          g_assert_cmpstr (text, ==, expected[i]);
        }
    }
  g_assert_cmpuint (n_kinds, >, 2);
}

/* Whoever knows nothing of the item has the day of today. */
static void
test_nothing_known (void)
{
  const AcademyField *start = academy_kind_find_field (&academy_session_kind, "start");
  const AcademyField *held = academy_kind_find_field (&academy_session_kind, "held");
  g_autoptr(GError) no_day = NULL;
  g_autoptr(GError) no_end = NULL;
  g_auto(GValue) value = G_VALUE_INIT;
  g_autofree char *text = NULL;
  GDate date;

  g_assert_true (academy_language_parse_date (academy_language_get ("fi", NULL), "15.1.", NULL, &date, NULL));
  text = academy_date_to_text (&date);
  g_assert_cmpstr (text, ==, "2022-01-15");

  academy_value_init (start, &value);
  g_assert_false (academy_language_parse_value (academy_language_get ("en", NULL), start, "klo 9", NULL, &value, NULL, &no_day));
  g_assert_cmpstr (no_day->message, ==, "Write the date as well, as 19 Oct 2021 9:00.");
  g_assert_false (academy_language_parse_value (academy_language_get ("en", NULL), held, "16.11.2021 9–11", NULL, &value, NULL,
                                                &no_end));
  g_assert_cmpstr (no_end->message, ==, "Write only when it begins, as 19 Oct 2021 9:00.");
}

/* What a form shows can be typed back, in either language. */
static void
test_shown_values (void)
{
  static const struct {
    const AcademyKind *kind;
    const char        *field;
    const char        *text;
  } rows[] = {
    { &academy_measure_kind, "start", "2021-10-19" }, { &academy_measure_kind, "end", "2022-05-01" },
    { &academy_measure_kind, "cost", "1500" }, { &academy_measure_kind, "cost", "62500000" },
    { &academy_measure_kind, "cost", "0" },
    { &academy_measure_kind, "progress", "40" }, { &academy_measure_kind, "person_days", "2.5" },
    { &academy_measure_kind, "person_days", "1200.25" }, { &academy_measure_kind, "person_days", "12" },
    { &academy_dependency_kind, "lag", "-1500" },
    { &academy_session_kind, "start", "2021-11-16T09:00:00+02:00" }, { &academy_session_kind, "held", "2022-06-01T13:05:00+03:00" },
    /* When the clock showed the same time twice */
    { &academy_session_kind, "start", "2021-10-31T03:30:00+03:00" },
    { &academy_session_kind, "start", "2021-10-31T03:30:00+02:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows) * 2; i++)
    {
      const AcademyLanguage *language = academy_language_get (i % 2 == 0 ? "fi" : "en", NULL);
      const AcademyField *field = academy_kind_find_field (rows[i / 2].kind, rows[i / 2].field);
      g_auto(GValue) value = G_VALUE_INIT;
      g_auto(GValue) typed = G_VALUE_INIT;
      g_autofree char *shown = NULL;
      g_autofree char *text = NULL;

      academy_value_init (field, &value);
      academy_value_init (field, &typed);
      g_assert_true (academy_value_set_from_text (field, rows[i / 2].text, &value, NULL));
      shown = academy_language_format_value (language, field, &value);
      g_test_message ("%s", shown);
      g_assert_true (academy_language_parse_value (language, field, shown, NULL, &typed, NULL, NULL));
      text = academy_value_to_text (field, &typed);
      g_assert_cmpstr (text, ==, rows[i / 2].text);
    }
}

/* An instant that a file or a plan has in another zone is the same one, told in ours. */
static void
test_written_elsewhere (void)
{
  static const struct {
    const char *text;
    const char *own;
    const char *shown;
  } rows[] = {
    { "2021-11-16T09:00:00+00:00", "2021-11-16T11:00:00+02:00", "16.11.2021 11.00" },
    { "2021-11-16T09:00:00Z", "2021-11-16T11:00:00+02:00", "16.11.2021 11.00" },
    { "2021-11-16T00:15:00+05:30", "2021-11-15T20:45:00+02:00", "15.11.2021 20.45" },
    { "2021-06-16T23:30:00-10:00", "2021-06-17T12:30:00+03:00", "17.6.2021 12.30" },
    { "2021-06-16T09:00:00+02:00", "2021-06-16T10:00:00+03:00", "16.6.2021 10.00" },
    { "2021-10-31T01:30:00Z", "2021-10-31T03:30:00+02:00", "31.10.2021 3.30 (UTC+2)" },
  };
  const AcademyField *field = academy_kind_find_field (&academy_session_kind, "start");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;
      g_auto(GValue) own = G_VALUE_INIT;
      g_autofree char *text = NULL;
      g_autofree char *shown = NULL;

      academy_value_init (field, &value);
      academy_value_init (field, &own);
      g_assert_true (academy_value_set_from_text (field, rows[i].text, &value, NULL));
      g_assert_true (academy_value_set_from_text (field, rows[i].own, &own, NULL));
      g_assert_true (academy_value_equal (field, &value, &own));
      text = academy_value_to_text (field, &value);
      shown = academy_language_format_value (academy_language_get ("fi", NULL), field, &value);
      g_assert_cmpstr (text, ==, rows[i].own);
      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

int
main (int    argc,
      char **argv)
{
  GDate today;

  g_test_init (&argc, &argv, NULL);
  g_assert_true (academy_date_from_text (TODAY, &today, NULL));
  academy_clock_set_today (&today);

  g_test_add_func ("/typed/days", test_days);
  g_test_add_func ("/typed/instants", test_instants);
  g_test_add_func ("/typed/amounts", test_amounts);
  g_test_add_func ("/typed/integers", test_integers);
  g_test_add_func ("/typed/decimals", test_decimals);
  g_test_add_func ("/typed/counted", test_counted);
  g_test_add_func ("/typed/years", test_years);
  g_test_add_func ("/typed/weeks", test_weeks);
  g_test_add_func ("/typed/nothing-known", test_nothing_known);
  g_test_add_func ("/typed/shown-values", test_shown_values);
  g_test_add_func ("/typed/written-elsewhere", test_written_elsewhere);

  return g_test_run ();
}
