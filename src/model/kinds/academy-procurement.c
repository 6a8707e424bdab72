/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "academy-procurement.h"

#include <glib/gi18n-lib.h>

/* The steps of an innovation procurement as the European Commission names them. */
const AcademyChoice academy_procurement_stages[] = {
  { "need", N_("Needs identification") },
  { "prior_art", N_("Prior-art analysis") },
  { "market", N_("Market consultation") },
  { "business_case", N_("Business case") },
  { "documents", N_("Procurement documents") },
  { "tendering", N_("Tendering") },
  { "contract", N_("Contract implementation") },
  { "evaluation", N_("Impact evaluation") },
  { NULL }
};

/* What is bought, as the thresholds of the Act on Public Procurement and
 * Concession Contracts (1397/2016), sections 25 and 26, tell it apart. */
const AcademyChoice academy_procurement_objects[] = {
  { "goods_services", N_("Goods or services") },
  { "works", N_("Works") },
  { "social", N_("Health and social services (annex E 1–4)") },
  { "special", N_("Other special services (annex E 5–15)") },
  { "design_contest", N_("Design contest") },
  { "service_concession", N_("Service concession") },
  { "works_concession", N_("Works concession") },
  { NULL }
};

/* The steps of novelty that KEINO names. */
const AcademyChoice academy_procurement_novelties[] = {
  { "new_to_buyer", N_("New to the buyer") },
  { "new_to_sector", N_("New to the sector") },
  { "new_to_country", N_("New in Finland") },
  { "new_to_world", N_("New internationally") },
  { NULL }
};

/* The code list `innovative-acquisition` of the EU notices (eForms), with its
 * labels shortened. */
const AcademyChoice academy_procurement_innovation_types[] = {
  { "prod-innov", N_("Product innovation") },
  { "proc-innov", N_("Process innovation") },
  { "mar-nov", N_("Novel on the market") },
  { "rd-act", N_("R&D activities") },
  { NULL }
};

/* The aim of strategic procurement in the EU notices (eForms). */
const AcademyChoice academy_procurement_aims[] = {
  { "inn-pur", N_("Innovative purchase") },
  { "env-imp", N_("Reduction of environmental impacts") },
  { "soc-obj", N_("Fulfilment of social objectives") },
  { "none", N_("No strategic procurement") },
  { NULL }
};

/* The procedures of the Act on Public Procurement and Concession Contracts
 * (1397/2016), by the codes of the EU notices where those have one. */
const AcademyChoice academy_procurement_procedures[] = {
  { "open", N_("Open procedure") },
  { "restricted", N_("Restricted procedure") },
  { "neg-w-call", N_("Negotiated procedure") },
  { "comp-dial", N_("Competitive dialogue") },
  { "innovation", N_("Innovation partnership") },
  { "neg-wo-call", N_("Direct award") },
  { "design_contest", N_("Design contest") },
  { "national", N_("National procedure") },
  { "pcp", N_("Pre-commercial procurement") },
  { "small", N_("Small procurement") },
  { NULL }
};
