package org.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.liaison.directory.Phonebook.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.Country;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import tools.jackson.databind.node.ObjectNode;

class ContactsTest {

    private static final Contacts EVERYBODY =
            new Contacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    private static final Instant FRIDAY_NOON = Instant.parse("2026-11-20T11:00:00Z");
    private static final Instant SUNDAY_NOON = Instant.parse("2026-11-22T11:00:00Z");

    @Test
    void what_is_left_open_fits_everybody() {
        assertThat(codes(EVERYBODY, SUNDAY_NOON)).containsExactly(CENTRAL_XA, CENTRAL_XC, POLICE_XC);
    }

    @Test
    void an_authority_is_found_by_country_kind_function_and_language() {
        assertThat(codes(
                        new Contacts(
                                Optional.of(new Country("XC")),
                                Optional.of(AuthorityKind.CENTRAL),
                                Optional.empty(),
                                Optional.empty(),
                                false),
                        SUNDAY_NOON))
                .containsExactly(CENTRAL_XC);
        assertThat(codes(function(AuthorityFunction.MLA), SUNDAY_NOON)).containsExactly(CENTRAL_XA);
        assertThat(codes(function(AuthorityFunction.FIREARMS), SUNDAY_NOON)).isEmpty();
        assertThat(codes(language("zh"), SUNDAY_NOON)).hasSize(3);
        assertThat(codes(language("zh-Hans"), SUNDAY_NOON)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> language("english please"));
    }

    @Test
    void open_now_means_that_somebody_is_known_to_sit_there() {
        Contacts now = new Contacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
        assertThat(codes(now, FRIDAY_NOON)).containsExactly(CENTRAL_XA, POLICE_XC);
        assertThat(codes(now, SUNDAY_NOON)).containsExactly(POLICE_XC);
    }

    @Test
    void a_card_says_until_when_and_carries_no_certificate() {
        ObjectNode card = Contacts.card(centralOfXa(), FRIDAY_NOON);
        assertThat(card.path("desk").path("standing").asString()).isEqualTo("OPEN");
        assertThat(card.path("desk").path("until").asString()).isEqualTo("2026-11-20T15:30:00Z");
        assertThat(card.path("listing").path("phones").path(0).path("number").asString())
                .isEqualTo("+99012345679");
        assertThat(card.toString()).doesNotContain("ertificate");
        assertThat(Contacts.card(centralOfXa(), SUNDAY_NOON)
                        .path("desk")
                        .path("until")
                        .asString())
                .isEqualTo("2026-11-23T07:00:00Z");
    }

    @Test
    void all_that_is_listed_is_written_and_read_back_the_same() {
        Directory directory = directory();
        assertThat(Directory.read(directory.toJson())).isEqualTo(new Clear<>(directory));
    }

    @Test
    void what_is_wrong_in_a_listing_is_said_in_a_sentence() {
        String json = directory().toJson().utf8();
        for (String[] change : List.of(
                new String[] {"\"MLA\"", "\"TEA\"", "a function is one of MLA, EXTRADITION"},
                new String[] {"\"CENTRAL\"", "\"KING\"", "a role is one of CENTRAL"},
                new String[] {"+99012345679", "012", "a phone number is + and 7 to 15 digits"},
                new String[] {"https://law", "http://law", "a link begins with https://"},
                new String[] {"2026-10-01", "yesterday", "a date looks like"},
                new String[] {"\"MON\"", "\"Monday\"", "a working day is one of MON"},
                new String[] {"\"08:00\"", "\"8\"", "an hour of opening or closing looks like 08:30"},
                new String[] {"\"territory\":\"", "\"territory\":\"\\u001b", "territory: one line"},
                new String[] {"\"signatureRequired\":false", "\"signatureRequired\":\"no\"", "signatureRequired"}))
            assertThat(Directory.read(Bytes.ofUtf8(json.replace(change[0], change[1]))))
                    .isInstanceOfSatisfying(
                            Garbled.class,
                            garbled -> assertThat(garbled.problem()).contains(change[2]));
    }

    @Test
    void a_number_to_call_is_read_as_it_is_written() {
        for (Phone phone : List.of(
                new Phone("+99012345678", true, "duty officer"),
                new Phone("+99012345678", false, "duty officer"),
                new Phone("+99012345678", true, ""),
                new Phone("+99012345678", false, "")))
            assertThat(Phone.parse(phone.toString())).isEqualTo(phone);
        assertThatIllegalArgumentException().isThrownBy(() -> new Phone("+99012345678", false, "24/7 desk"));
    }

    private static Contacts function(AuthorityFunction function) {
        return new Contacts(Optional.empty(), Optional.empty(), Optional.of(function), Optional.empty(), false);
    }

    private static Contacts language(String tag) {
        return new Contacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(tag), false);
    }

    private static List<AuthorityCode> codes(Contacts wanted, Instant now) {
        return wanted.in(directory(), now).stream().map(Authority::code).toList();
    }
}
