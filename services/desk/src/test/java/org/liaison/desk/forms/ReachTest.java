package org.liaison.desk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.desk.forms.Paper.*;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.Projection;
import org.liaison.message.AuthorityKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// What is said to stay away from a kind of recipient does stay away.
class ReachTest {

    @Test
    void what_is_said_never_to_go_is_in_no_form_that_is_cut_for_such_a_recipient() {
        for (KindOfMessage kind : FORMS.kinds())
            for (AuthorityKind recipient : kind.recipients()) {
                Questionnaire questionnaire = questionnaire(kind.code());
                JsonNode cut = StrictJson.MAPPER.readTree(Projection.project(bytes(kind.code()), kind.code(), recipient)
                        .toArray());
                Set<Text> never =
                        new HashSet<>(Reach.of(questionnaire, recipient).never());
                for (Question question : questionnaire.form().parts())
                    if (never.contains(question.label()))
                        assertThat(cut.has(question.name()))
                                .as(kind.code() + " " + question.name() + " to " + recipient)
                                .isFalse();
            }
    }

    @Test
    void what_the_cut_takes_whole_from_everybody_of_a_kind_is_said_to_stay_or_to_need_consent() {
        for (KindOfMessage kind : FORMS.kinds())
            for (AuthorityKind recipient : kind.recipients()) {
                Questionnaire questionnaire = questionnaire(kind.code());
                JsonNode whole = sample(kind.code());
                JsonNode cut = StrictJson.MAPPER.readTree(Projection.project(bytes(kind.code()), kind.code(), recipient)
                        .toArray());
                Reach reach = Reach.of(questionnaire, recipient);
                Set<Text> told = new HashSet<>(reach.never());
                told.addAll(reach.agreed());
                for (Question question : questionnaire.form().parts())
                    if (question.input() != Input.GROUP
                            && question.input() != Input.REPEATED
                            && whole.has(question.name())
                            && !cut.has(question.name()))
                        assertThat(told)
                                .as(kind.code() + " " + question.name() + " to " + recipient)
                                .contains(question.label());
            }
    }

    @Test
    void health_never_goes_to_police_and_to_a_service_as_far_as_agreed() {
        Questionnaire referral = questionnaire(REF_REQ);
        assertThat(Reach.of(referral, AuthorityKind.POLICE).never())
                .extracting(Text::words)
                .contains("Health");
        assertThat(Reach.of(referral, AuthorityKind.NGO).agreed())
                .extracting(Text::words)
                .contains("Health");
    }
}
