package org.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.liaison.directory.Sample.*;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import org.liaison.message.Suite;

class DirectoryTest {

    private static final Duration GRACE = Duration.ofDays(2);

    @Test
    void what_is_written_is_read_back_the_same() {
        Directory directory = directory(7);
        assertThat(Directory.read(directory.toJson())).isEqualTo(new Clear<>(directory));
        assertThat(((Clear<Directory>) Directory.read(directory.toJson()))
                        .value()
                        .toJson())
                .isEqualTo(directory.toJson());
    }

    @Test
    void every_listed_authority_is_found_and_no_other() {
        Directory directory = directory(1);
        for (AuthorityCode code : List.of(POLICE_XA, SOCIAL_XA, SOCIAL_XC, CENTRAL_XC))
            assertThat(directory.authority(code)).contains(authority(code));
        assertThat(directory.authority(AuthorityCode.parse("xb.police.unknown")))
                .isEmpty();
        assertThat(directory.at(new GatewayCode("gateway-xa")))
                .extracting(Authority::code)
                .containsExactly(POLICE_XA, SOCIAL_XA);
        assertThat(directory.gateways()).hasToString("[gateway-xa, gateway-xc]");
    }

    @Test
    void a_snapshot_is_current_then_in_grace_then_expired() {
        Directory directory = directory(1);
        assertThat(directory.standing(EXPIRES.minusNanos(1), GRACE)).isEqualTo(new Standing.Current(EXPIRES));
        assertThat(directory.standing(EXPIRES, GRACE))
                .isEqualTo(new Standing.InGrace(EXPIRES, EXPIRES.plus(GRACE)))
                .matches(Standing::inForce);
        assertThat(directory.standing(EXPIRES.plus(GRACE), GRACE))
                .isEqualTo(new Standing.Expired(EXPIRES.plus(GRACE)))
                .matches(standing -> !standing.inForce());
        assertThat(directory.standing(EXPIRES, Duration.ZERO)).isInstanceOf(Standing.Expired.class);
    }

    @Test
    void an_authority_signs_only_with_certificates_that_are_listed_for_it() {
        Authority police = authority(POLICE_XA);
        Set<org.liaison.message.Digest> own = police.signingCertificates();
        assertThat(police.signsWith(own)).isTrue();
        assertThat(police.signsWith(Set.of())).isFalse();
        assertThat(police.signsWith(Set.of(
                        own.iterator().next(),
                        authority(SOCIAL_XA).signingCertificates().iterator().next())))
                .isFalse();
    }

    @Test
    void one_certificate_cannot_belong_to_two_authorities() {
        Authority social = authority(SOCIAL_XA);
        Authority thief = new Authority(
                POLICE_XA,
                "Thief",
                social.gateway(),
                social.accepts(),
                social.languages(),
                1,
                Suite.CLASSIC_2026,
                social.signingCertificates(),
                social.encryptionCertificate(),
                DESK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Directory(1, ISSUED, EXPIRES, List.of(social, thief)))
                .withMessageContaining("one signing certificate");
    }

    @Test
    void an_authority_is_listed_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Directory(1, ISSUED, EXPIRES, List.of(authority(POLICE_XA), authority(POLICE_XA))))
                .withMessageContaining("xa.police.antitrafficking twice");
    }

    @Test
    void a_rulebook_is_not_taken_for_a_directory() {
        assertThat(Directory.read(rulebook(1).toJson())).isEqualTo(new Garbled<>("this snapshot is not a directory"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"version\":2 -> \"version\":1",
                "\"version\":2 -> \"version\":3",
                "\"number\":7 -> \"number\":0",
                "\"number\":7 -> \"number\":7,\"number\":8",
                "\"number\":7 -> \"number\":7.0",
                "\"number\":7 -> \"number\":7,\"extra\":1",
                "\"roundTheClock\":false -> \"roundTheClock\":\"no\"",
                "\"utcOffset\":\"Z\" -> \"utcOffset\":\"local\"",
                "\"phone\":\"+99012345678\" -> \"phone\":\"012\"",
                "\"suite\":\"hybrid-2026\" -> \"suite\":\"none\"",
                "\"languages\":[\"en\",\"zh-Hant\"] -> \"languages\":[]",
                "\"languages\":[\"en\",\"zh-Hant\"] -> \"languages\":[\"english please\"]",
                "\"accepts\":[\"REF-REQ\"] -> \"accepts\":[\"REF-REQ\",\"REF-REQ\"]",
                "2026-12-01T00:00:00Z -> 2026-10-01T00:00:00Z",
                "\"officeHours\":\"Mon-Fri 8-16\" -> \"officeHours\":\"\""
            })
    void a_directory_that_breaks_its_format_is_garbled(String change) {
        String[] parts = change.split(" -> ", -1);
        String json = directory(7).toJson().utf8();
        assertThat(json).contains(parts[0]);
        assertThat(Directory.read(Bytes.ofUtf8(json.replace(parts[0], parts[1]))))
                .isInstanceOf(Garbled.class);
    }
}
