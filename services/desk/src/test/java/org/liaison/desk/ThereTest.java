package org.liaison.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liaison.directory.Authority;
import org.liaison.directory.ContactPoint;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;
import org.liaison.message.Suite;
import org.liaison.pages.Room;
import org.liaison.pages.When;
import org.liaison.pages.Words;

/// What time it is where the other authority is, when something is due.
class ThereTest {

    private static final Instant DUE = Instant.parse("2026-11-25T11:30:00Z");
    private static final AuthorityCode SHELTER = AuthorityCode.parse("xa.social.shelter");
    private static final Words WORDS = new Words(List.of(new Room("desk")));

    @Test
    void of_an_authority_without_a_calendar_it_is_told_by_its_offset() {
        ZoneId there = new CasePage.Zones(() -> Optional.of(directory("+02:00")))
                .of(SHELTER)
                .orElseThrow();
        assertThat(said(Language.EN, there)).contains("13:30", "GMT+2").doesNotContain("11:30");
        for (Language language : Language.values())
            assertThat(said(language, there)).as(language.tag()).contains("13:30");
    }

    private static String said(Language language, ZoneId there) {
        When when = new When(language.locale(), ZoneId.of("Europe/London"), DUE);
        return WORDS.say(language, "desk.case.there", when.at(DUE, there));
    }

    private static Directory directory(String offset) {
        Authority shelter = new Authority(
                SHELTER,
                "A shelter",
                new GatewayCode("gateway-xa"),
                Set.of(new MessageKind("REF-REQ")),
                List.of("en"),
                1,
                Suite.HYBRID_2026,
                Set.of(Bytes.ofUtf8("a certificate").sha256()),
                Bytes.ofUtf8("a certificate"),
                new ContactPoint("+99012345678", "desk@example.org", false, "Mon-Fri 8-16", offset));
        return new Directory(1, DUE, DUE.plusSeconds(1), List.of(shelter));
    }
}
