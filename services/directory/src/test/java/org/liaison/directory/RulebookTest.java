package org.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.liaison.directory.Sample.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.directory.Decision.Denied;
import org.liaison.directory.Decision.Lacking;
import org.liaison.directory.Decision.Permitted;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.Country;
import org.liaison.message.MessageKind;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;

class RulebookTest {

    private static final Country XA = new Country("XA");
    private static final Country XB = new Country("XB");
    private static final Country XC = new Country("XC");
    private static final LegalBasis UNTOC = new LegalBasis("UNTOC+TIP");
    private static final LegalBasis TREATY = new LegalBasis("BILATERAL:XA-XC-2019");
    private static final LegalBasis EIO = new LegalBasis("EIO");
    private static final Family MLA = new Family("MLA");
    private static final AuthorityCode CENTRAL_XA = AuthorityCode.parse("xa.central.justice");
    private static final AuthorityCode PROSECUTOR_XA = AuthorityCode.parse("xa.prosecutor.general");
    private static final AuthorityCode PROSECUTOR_XB = AuthorityCode.parse("xb.prosecutor.general");
    private static final AuthorityCode PROSECUTOR_XC = AuthorityCode.parse("xc.prosecutor.general");
    private static final AuthorityCode NCB_XA = AuthorityCode.parse("xa.ncb.interpol");
    private static final AuthorityCode NCB_XC = AuthorityCode.parse("xc.ncb.interpol");
    private static final MessageKind ORAL_CONFIRMED = new MessageKind("MLA-ORALCONF");

    private static final Agreement CONVENTION =
            Agreement.of("UNTOC-TIP", Parties.any(), UNTOC, LONG_SINCE, List.of(MLA), List.of(Channel.CENTRAL));
    private static final Agreement BILATERAL = Agreement.of(
            "XA-XC-2019",
            Parties.of(XA, XC),
            TREATY,
            LONG_SINCE,
            List.of(MLA),
            List.of(Channel.CENTRAL, Channel.DIRECT));
    private static final Rule BETWEEN_CENTRAL = Rule.between(
            AuthorityKind.CENTRAL, AuthorityKind.CENTRAL, Set.of(REQUEST, ORAL_CONFIRMED), UNTOC, TREATY, EIO);
    private static final Rule BETWEEN_PROSECUTORS =
            Rule.between(AuthorityKind.PROSECUTOR, AuthorityKind.PROSECUTOR, Set.of(REQUEST), UNTOC, TREATY);
    private static final Rule BETWEEN_BUREAUS =
            Rule.between(AuthorityKind.NCB, AuthorityKind.NCB, Set.of(REQUEST), UNTOC);

    @Test
    void what_rule_and_agreement_provide_for_is_permitted_and_both_are_named() {
        Rulebook rulebook = rulebook(1);
        assertThat(rulebook.decide(referral(SOCIAL_XC, SOCIAL_XA)))
                .isEqualTo(new Permitted(rulebook.rules().getFirst(), COE_REFERRALS));
    }

    @Test
    void an_empty_rulebook_permits_nothing() {
        assertThat(book(List.of(), List.of()).decide(referral(SOCIAL_XC, SOCIAL_XA)))
                .isInstanceOf(Denied.class);
    }

    @Test
    void a_rule_without_an_agreement_permits_nothing() {
        assertThat(book(List.of(), List.of(BETWEEN_CENTRAL)).decide(request(CENTRAL_XA, CENTRAL_XC)))
                .isEqualTo(new Denied(Lacking.AGREEMENT, "No agreement covers XA and XC."));
    }

    @Test
    void an_agreement_without_a_rule_permits_nothing() {
        assertThat(book(List.of(CONVENTION), List.of()).decide(request(CENTRAL_XA, CENTRAL_XC)))
                .isEqualTo(new Denied(Lacking.RULE_FOR_SENDER, "No rule covers the sender, central of XA."));
    }

    @Test
    void a_denial_says_which_part_no_rule_covers() {
        Rulebook rulebook = rulebook(1);
        assertThat(rulebook.decide(referral(CENTRAL_XC, SOCIAL_XA)))
                .isEqualTo(new Denied(Lacking.RULE_FOR_SENDER, "No rule covers the sender, central of XC."));
        assertThat(rulebook.decide(referral(SOCIAL_XC, POLICE_XA)))
                .isEqualTo(new Denied(
                        Lacking.RULE_FOR_RECIPIENT,
                        "No rule covers the recipient, police of XA, for messages from social of XC."));
        assertThat(rulebook.decide(request(SOCIAL_XC, SOCIAL_XA)))
                .isEqualTo(new Denied(
                        Lacking.RULE_FOR_KIND,
                        "No rule covers the kind MLA-REQ from social of XC to social of XA; permitted are [REF-REQ]."));
    }

    @Test
    void an_agreement_of_two_states_covers_no_third() {
        Rulebook rulebook = book(List.of(BILATERAL), List.of(BETWEEN_PROSECUTORS));
        assertThat(rulebook.decide(request(PROSECUTOR_XA, PROSECUTOR_XC))).isInstanceOf(Permitted.class);
        assertThat(rulebook.decide(request(PROSECUTOR_XC, PROSECUTOR_XA))).isInstanceOf(Permitted.class);
        assertThat(rulebook.decide(request(PROSECUTOR_XA, PROSECUTOR_XB)))
                .isEqualTo(new Denied(Lacking.AGREEMENT, "No agreement covers XA and XB."));
    }

    @Test
    void an_agreement_permits_from_the_moment_it_begins_and_not_from_the_moment_it_ends() {
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        Rulebook rulebook = book(List.of(BILATERAL.until(end)), List.of(BETWEEN_PROSECUTORS));
        Question question = request(PROSECUTOR_XA, PROSECUTOR_XC);
        assertThat(rulebook.decide(at(question, LONG_SINCE))).isInstanceOf(Permitted.class);
        assertThat(rulebook.decide(at(question, end.minusNanos(1)))).isInstanceOf(Permitted.class);
        assertThat(rulebook.decide(at(question, end)))
                .isEqualTo(new Denied(
                        Lacking.AGREEMENT_IN_FORCE,
                        "No agreement that covers XA and XC is in force on 2027-01-01: XA-XC-2019 is in force since"
                                + " 2008-02-01 until 2027-01-01."));
        assertThat(rulebook.decide(at(question, LONG_SINCE.minusNanos(1))))
                .extracting("lacking")
                .isEqualTo(Lacking.AGREEMENT_IN_FORCE);
    }

    @Test
    void an_agreement_on_one_family_covers_no_other() {
        Rule socialAsks = Rule.between(AuthorityKind.SOCIAL, AuthorityKind.SOCIAL, Set.of(REQUEST), COE);
        assertThat(book(List.of(COE_REFERRALS), List.of(socialAsks)).decide(request(SOCIAL_XC, SOCIAL_XA)))
                .isEqualTo(new Denied(
                        Lacking.AGREEMENT_ON_FAMILY,
                        "No agreement in force that covers XC and XA is about MLA: COE197 is about [REF]."));
    }

    @Test
    void direct_contact_needs_a_treaty_that_provides_for_it() {
        Rulebook rulebook = book(List.of(BILATERAL, CONVENTION), List.of(BETWEEN_PROSECUTORS, BETWEEN_CENTRAL));
        assertThat(rulebook.decide(request(PROSECUTOR_XA, PROSECUTOR_XC)))
                .isEqualTo(new Permitted(BETWEEN_PROSECUTORS, BILATERAL));
        assertThat(rulebook.decide(request(PROSECUTOR_XA, PROSECUTOR_XB)))
                .isEqualTo(new Denied(
                        Lacking.CHANNEL,
                        "A message from prosecutor of XA to prosecutor of XB would go directly between judicial"
                                + " authorities; agreement UNTOC-TIP provides for messages from central authority to"
                                + " central authority."));
    }

    @Test
    void within_one_state_no_treaty_limits_the_channel() {
        Rule passedOn = Rule.between(AuthorityKind.CENTRAL, AuthorityKind.PROSECUTOR, Set.of(REQUEST), UNTOC);
        Rulebook rulebook = book(List.of(CONVENTION), List.of(passedOn));
        assertThat(rulebook.decide(request(CENTRAL_XA, PROSECUTOR_XA))).isInstanceOf(Permitted.class);
        assertThat(rulebook.decide(request(CENTRAL_XA, PROSECUTOR_XC)))
                .extracting("lacking")
                .isEqualTo(Lacking.CHANNEL);
    }

    @Test
    void a_form_that_names_another_legal_basis_than_rule_and_agreement_is_refused() {
        Rulebook rulebook = book(List.of(BILATERAL, CONVENTION), List.of(BETWEEN_CENTRAL));
        Question question = request(CENTRAL_XA, CENTRAL_XC);
        assertThat(rulebook.decide(question.on(TREATY))).isEqualTo(new Permitted(BETWEEN_CENTRAL, BILATERAL));
        assertThat(rulebook.decide(question.on(UNTOC))).isEqualTo(new Permitted(BETWEEN_CENTRAL, CONVENTION));
        assertThat(rulebook.decide(question.on(EIO)))
                .isEqualTo(new Denied(
                        Lacking.LEGAL_BASIS,
                        "The form names EIO as its legal basis; between XA and XC, MLA-REQ rests on"
                                + " BILATERAL:XA-XC-2019 or UNTOC+TIP."));
    }

    @Test
    void rule_and_agreement_must_rest_on_the_same_law() {
        Rule onOrders = Rule.between(AuthorityKind.CENTRAL, AuthorityKind.CENTRAL, Set.of(REQUEST), EIO);
        assertThat(book(List.of(CONVENTION), List.of(onOrders)).decide(request(CENTRAL_XA, CENTRAL_XC)))
                .isEqualTo(new Denied(
                        Lacking.LEGAL_BASIS,
                        "The rules for MLA-REQ rest on EIO, the agreements that cover XA and XC rest on UNTOC+TIP."));
    }

    @Test
    void the_first_agreement_that_permits_gives_the_legal_basis() {
        Question question = request(CENTRAL_XA, CENTRAL_XC);
        assertThat(book(List.of(BILATERAL, CONVENTION), List.of(BETWEEN_CENTRAL))
                        .decide(question))
                .isEqualTo(new Permitted(BETWEEN_CENTRAL, BILATERAL));
        assertThat(book(List.of(CONVENTION, BILATERAL), List.of(BETWEEN_CENTRAL))
                        .decide(question))
                .isEqualTo(new Permitted(BETWEEN_CENTRAL, CONVENTION));
    }

    @Test
    void the_bureaus_of_interpol_carry_urgent_requests_only_where_that_is_what_was_agreed() {
        Agreement urgentOnly = Agreement.of(
                "UNTOC-TIP", Parties.any(), UNTOC, LONG_SINCE, List.of(MLA), List.of(Channel.INTERPOL_URGENT));
        Rulebook rulebook = book(List.of(urgentOnly), List.of(BETWEEN_BUREAUS));
        Question question = request(NCB_XA, NCB_XC);
        assertThat(rulebook.decide(question.urgent(true))).isInstanceOf(Permitted.class);
        assertThat(rulebook.decide(question))
                .isEqualTo(new Denied(
                        Lacking.URGENCY,
                        "Between XA and XC, MLA goes through the national bureaus of INTERPOL when it is urgent only:"
                                + " mark the message urgent, or send it by the usual channel."));
        assertThat(book(List.of(CONVENTION), List.of(BETWEEN_BUREAUS)).decide(question.urgent(true)))
                .extracting("lacking")
                .isEqualTo(Lacking.CHANNEL);
    }

    @Test
    void an_oral_request_is_confirmed_only_where_oral_requests_are_agreed() {
        Agreement oral = Agreement.of(
                "UNTOC-TIP", Parties.any(), UNTOC, LONG_SINCE, List.of(MLA), List.of(Channel.CENTRAL, Channel.ORAL));
        Question question = Question.of(CENTRAL_XA, CENTRAL_XC, ORAL_CONFIRMED, NOW);
        assertThat(book(List.of(oral), List.of(BETWEEN_CENTRAL)).decide(question))
                .isInstanceOf(Permitted.class);
        assertThat(book(List.of(CONVENTION), List.of(BETWEEN_CENTRAL)).decide(question))
                .isEqualTo(new Denied(
                        Lacking.CHANNEL,
                        "Requests made orally are not agreed between XA and XC; agreement UNTOC-TIP provides for"
                                + " messages from central authority to central authority."));
    }

    @Test
    void a_diplomatic_channel_is_no_way_of_this_network() {
        Agreement diplomatic = Agreement.of(
                "UNTOC-TIP", Parties.of(XA, XB), UNTOC, LONG_SINCE, List.of(MLA), List.of(Channel.DIPLOMATIC));
        assertThat(book(List.of(diplomatic), List.of(BETWEEN_CENTRAL))
                        .decide(request(CENTRAL_XA, AuthorityCode.parse("xb.central.justice"))))
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.why()).contains("through the diplomatic channel"));
    }

    @Test
    void a_rule_for_one_country_covers_no_other_and_no_other_direction() {
        Rule fromXc = new Rule(
                Optional.of(XC),
                AuthorityKind.SOCIAL,
                Optional.of(XA),
                AuthorityKind.SOCIAL,
                Set.of(REFERRAL),
                Set.of(COE));
        Rulebook rulebook = book(List.of(COE_REFERRALS), List.of(fromXc));
        assertThat(rulebook.decide(referral(SOCIAL_XC, SOCIAL_XA))).isInstanceOf(Permitted.class);
        assertThat(rulebook.decide(referral(SOCIAL_XA, SOCIAL_XC))).isInstanceOf(Denied.class);
    }

    @Test
    void what_is_written_is_read_back_the_same() {
        Agreement full = BILATERAL
                .until(Instant.parse("2030-01-01T00:00:00Z"))
                .requiring(Set.of(Requirement.ORIGINALS, Requirement.TRANSLATIONS), List.of("fr", "en"))
                .timed(TimeLimits.DEADLINES, Map.of("decision", "P30D", "acknowledgement", "5WD", "oral", "PT24H"));
        Rulebook rulebook = book(List.of(full, CONVENTION, ofXbAndAny()), List.of(BETWEEN_CENTRAL));
        assertThat(Rulebook.read(rulebook.toJson())).isEqualTo(new Clear<>(rulebook));
        assertThat(((Clear<Rulebook>) Rulebook.read(rulebook.toJson())).value().toJson())
                .isEqualTo(rulebook.toJson());
    }

    @Test
    void the_order_in_which_two_states_are_named_makes_no_difference() {
        assertThat(Parties.of(XC, XA)).isEqualTo(Parties.of(XA, XC)).hasToString("XA and XC");
        assertThat(new Parties(Optional.empty(), Optional.of(XB))).isEqualTo(Parties.anyWith(XB));
        assertThat(Parties.anyWith(XB).cover(XA, XC)).isFalse();
        assertThat(Parties.anyWith(XB).cover(XA, XB)).isTrue();
    }

    @Test
    void untoc_sets_targets_and_the_european_investigation_order_sets_deadlines() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONVENTION.timed(TimeLimits.DEADLINES, Map.of()))
                .withMessageContaining("article 18 sets no limit in days");
        Agreement orders = Agreement.of("EIO", Parties.any(), EIO, LONG_SINCE, List.of(MLA), List.of(Channel.DIRECT));
        assertThat(orders.timeLimits()).isEqualTo(TimeLimits.DEADLINES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orders.timed(TimeLimits.TARGETS, Map.of()))
                .withMessageContaining("whose time limits bind");
    }

    @Test
    void an_agreement_narrows_the_languages_of_the_recipient() {
        Authority recipient = authority(CENTRAL_XC);
        assertThat(BILATERAL.languagesTo(recipient)).containsExactly("en", "zh-Hant");
        assertThat(BILATERAL.requiring(Set.of(), List.of("fr", "en")).languagesTo(recipient))
                .containsExactly("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT24H", "P7D", "5WD", "P2W", "P3M", "P1Y"})
    void a_clock_is_one_number_and_one_unit(String length) {
        assertThat(ClockLength.parse(length)).hasToString(length);
        assertThat(BILATERAL
                        .timed(TimeLimits.TARGETS, Map.of("decision", length))
                        .clock("decision"))
                .contains(ClockLength.parse(length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "P", "P0D", "P-7D", "P1DT2H", "PT5D", "P24H", "WD", "7 days", "P99999D"})
    void what_is_no_length_of_time_is_refused_with_the_name_of_its_clock(String length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BILATERAL.timed(TimeLimits.TARGETS, Map.of("decision", length)))
                .withMessageContaining("the clock decision in agreement XA-XC-2019");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"channels\":[\"CENTRAL\"] -> \"channels\":[\"PIGEON\"] -> a channel is one of CENTRAL, DIRECT",
                "\"channels\":[\"CENTRAL\"] -> \"channels\":[] -> provides for a channel",
                "\"channels\":[\"CENTRAL\"] -> \"channels\":[\"CENTRAL\",\"CENTRAL\"] -> twice",
                "\"families\":[\"MLA\"] -> \"families\":[] -> at least one family",
                "\"families\":[\"MLA\"] -> \"families\":[\"MLA-REQ\"] -> 2 to 4 capital letters",
                "\"between\":[\"*\",\"*\"] -> \"between\":[\"*\"] -> between two States",
                "\"between\":[\"*\",\"*\"] -> \"between\":[\"xa\",\"*\"] -> two capital letters",
                "\"timeLimits\":\"TARGETS\" -> \"timeLimits\":\"SOON\" -> DEADLINES, TARGETS",
                "\"timeLimits\":\"TARGETS\" -> \"timeLimits\":\"TARGETS\",\"clocks\":{\"x\":\"1\"} -> the clock x",
                "\"timeLimits\":\"TARGETS\" -> \"timeLimits\":\"TARGETS\",\"clocks\":[] -> lacks the object 'clocks'",
                "\"id\":\"UNTOC-TIP\" -> \"id\":\"a b\" -> an agreement's id",
                "\"id\":\"UNTOC-TIP\" -> \"id\":\"UNTOC-TIP\",\"more\":1 -> a field too many",
                "\"version\":2 -> \"version\":1 -> the administrators must issue it again",
                "\"version\":2 -> \"version\":3 -> it needs a newer program"
            })
    void a_rulebook_that_breaks_its_format_is_garbled_and_the_sentence_says_how(String change) {
        String[] parts = change.split(" -> ", -1);
        String json =
                book(List.of(CONVENTION), List.of(BETWEEN_CENTRAL)).toJson().utf8();
        assertThat(json).contains(parts[0]);
        assertThat(Rulebook.read(Bytes.ofUtf8(json.replace(parts[0], parts[1]))))
                .isInstanceOfSatisfying(
                        Garbled.class, garbled -> assertThat(garbled.problem()).contains(parts[2]));
    }

    @Test
    void two_agreements_of_one_id_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book(List.of(CONVENTION, CONVENTION), List.of()))
                .withMessage("the rulebook has agreement UNTOC-TIP twice");
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

    private static Agreement ofXbAndAny() {
        return Agreement.of(
                "XB-ANY", Parties.anyWith(XB), COE, LONG_SINCE, List.of(new Family("REF")), List.of(Channel.SERVICES));
    }

    private static Rulebook book(List<Agreement> agreements, List<Rule> rules) {
        return new Rulebook(1, ISSUED, EXPIRES, agreements, rules);
    }

    private static Question referral(AuthorityCode from, AuthorityCode to) {
        return Question.of(from, to, REFERRAL, NOW);
    }

    private static Question request(AuthorityCode from, AuthorityCode to) {
        return Question.of(from, to, REQUEST, NOW);
    }

    private static Question at(Question question, Instant moment) {
        return Question.of(question.from(), question.to(), question.kind(), moment);
    }
}
