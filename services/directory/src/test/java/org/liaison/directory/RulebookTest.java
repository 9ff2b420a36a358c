package org.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.liaison.directory.Sample.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.directory.Decision.Denied;
import org.liaison.directory.Decision.Permitted;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Country;
import org.liaison.message.Reading.Clear;

class RulebookTest {

    @Test
    void what_a_rule_lists_is_permitted_and_the_rule_is_named() {
        Rulebook rulebook = rulebook(1);
        assertThat(rulebook.decide(SOCIAL_XC, SOCIAL_XA, REFERRAL))
                .isEqualTo(new Permitted(rulebook.rules().getFirst()));
    }

    @Test
    void an_empty_rulebook_permits_nothing() {
        Rulebook empty = new Rulebook(1, ISSUED, EXPIRES, List.of());
        assertThat(empty.decide(SOCIAL_XC, SOCIAL_XA, REFERRAL)).isInstanceOf(Denied.class);
    }

    @Test
    void a_denial_says_which_part_no_rule_covers() {
        Rulebook rulebook = rulebook(1);
        assertThat(rulebook.decide(CENTRAL_XC, SOCIAL_XA, REFERRAL))
                .isEqualTo(new Denied("No rule covers the sender, central of XC."));
        assertThat(rulebook.decide(SOCIAL_XC, POLICE_XA, REFERRAL))
                .isEqualTo(new Denied("No rule covers the recipient, police of XA, for messages from social of XC."));
        assertThat(rulebook.decide(SOCIAL_XC, SOCIAL_XA, REQUEST))
                .isEqualTo(new Denied(
                        "No rule covers the kind MLA-REQ from social of XC to social of XA; permitted are [REF-REQ]."));
    }

    @Test
    void a_rule_for_one_country_covers_no_other_and_no_other_direction() {
        Rule fromXc = new Rule(
                Optional.of(new Country("XC")),
                AuthorityKind.SOCIAL,
                Optional.of(new Country("XA")),
                AuthorityKind.SOCIAL,
                Set.of(REFERRAL),
                COE);
        Rulebook rulebook = new Rulebook(1, ISSUED, EXPIRES, List.of(fromXc));
        assertThat(rulebook.decide(SOCIAL_XC, SOCIAL_XA, REFERRAL)).isInstanceOf(Permitted.class);
        assertThat(rulebook.decide(SOCIAL_XA, SOCIAL_XC, REFERRAL)).isInstanceOf(Denied.class);
    }

    @Test
    void the_first_rule_that_permits_gives_the_legal_basis() {
        Rule bilateral = new Rule(
                Optional.of(new Country("XC")),
                AuthorityKind.SOCIAL,
                Optional.empty(),
                AuthorityKind.SOCIAL,
                Set.of(REFERRAL),
                new LegalBasis("BILATERAL:XA-XC-2019"));
        Rule general = Rule.between(AuthorityKind.SOCIAL, AuthorityKind.SOCIAL, Set.of(REFERRAL), COE);
        Rulebook rulebook = new Rulebook(1, ISSUED, EXPIRES, List.of(bilateral, general));
        assertThat(rulebook.decide(SOCIAL_XC, SOCIAL_XA, REFERRAL)).isEqualTo(new Permitted(bilateral));
        assertThat(rulebook.decide(SOCIAL_XA, SOCIAL_XC, REFERRAL)).isEqualTo(new Permitted(general));
        assertThat(Rulebook.read(rulebook.toJson())).isEqualTo(new Clear<>(rulebook));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNTOC+TIP",
                "CoE197",
                "ETS30",
                "ETS30+AP1",
                "ETS30+AP1+AP2",
                "BILATERAL:XA-XC-2019",
                "EIO",
                "FREEZE1805",
                "RECIPROCITY"
            })
    void each_known_legal_basis_has_a_code(String code) {
        assertThat(new LegalBasis(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "UNTOC", "ETS30+AP2+AP1", "BILATERAL:", "eio", "GOODWILL"})
    void a_legal_basis_outside_the_list_does_not_exist(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LegalBasis(code));
    }
}
