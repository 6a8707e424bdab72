/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "academy-kind.h"

G_BEGIN_DECLS

extern const AcademyKind academy_programme_kind;
extern const AcademyKind academy_phase_kind;
extern const AcademyKind academy_event_kind;
extern const AcademyKind academy_organisation_kind;
extern const AcademyKind academy_person_kind;
extern const AcademyKind academy_participation_kind;
extern const AcademyKind academy_application_kind;
extern const AcademyKind academy_pre_assignment_kind;
extern const AcademyKind academy_goal_kind;
extern const AcademyKind academy_indicator_kind;
extern const AcademyKind academy_reading_kind;
extern const AcademyKind academy_challenge_kind;
extern const AcademyKind academy_opportunity_kind;
extern const AcademyKind academy_plan_kind;
extern const AcademyKind academy_pilot_kind;
extern const AcademyKind academy_measure_kind;
extern const AcademyKind academy_dependency_kind;
extern const AcademyKind academy_baseline_kind;
extern const AcademyKind academy_baseline_date_kind;
extern const AcademyKind academy_milestone_kind;
extern const AcademyKind academy_risk_kind;
extern const AcademyKind academy_question_kind;
extern const AcademyKind academy_session_kind;
extern const AcademyKind academy_agenda_item_kind;
extern const AcademyKind academy_note_kind;
extern const AcademyKind academy_follow_up_kind;
extern const AcademyKind academy_contact_kind;
extern const AcademyKind academy_board_item_kind;
extern const AcademyKind academy_proposal_kind;
extern const AcademyKind academy_decision_point_kind;
extern const AcademyKind academy_lesson_kind;
extern const AcademyKind academy_translation_kind;

G_END_DECLS
