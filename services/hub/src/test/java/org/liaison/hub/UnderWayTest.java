package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liaison.hub.UnderWay.Waiting;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.message.Suite;
import org.liaison.routes.hub.Sighting;

class UnderWayTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Bytes CONTENT = Bytes.ofUtf8("sealed");
    private static final GatewayCode GATEWAY = new GatewayCode("gateway-xc");

    @Test
    void the_oldest_is_the_first_that_nobody_confirmed() {
        UnderWay underWay = new UnderWay();
        List<Slip> slips = List.of(slip(0), slip(1), slip(2));
        slips.forEach(slip -> accept(underWay, slip));
        assertThat(waiting(underWay)).isEqualTo(new Waiting(3, Optional.of(NOON)));
        settle(underWay, slips.get(0));
        assertThat(waiting(underWay)).isEqualTo(new Waiting(2, Optional.of(NOON.plusSeconds(1))));
        settle(underWay, slips.get(0));
        assertThat(waiting(underWay).messages()).as("said twice").isEqualTo(2);
        underWay.expire(NOON.plus(Duration.ofDays(8)));
        assertThat(waiting(underWay)).isEqualTo(new Waiting(0, Optional.empty()));
    }

    @Test
    void beyond_what_memory_bears_they_are_still_counted_and_the_oldest_is_still_known() {
        UnderWay underWay = new UnderWay(2);
        List<Slip> slips = List.of(slip(0), slip(1), slip(2), slip(3));
        slips.forEach(slip -> accept(underWay, slip));
        assertThat(waiting(underWay)).isEqualTo(new Waiting(4, Optional.of(NOON)));
        settle(underWay, slips.get(3));
        assertThat(waiting(underWay).messages()).isEqualTo(3);
        underWay.follow(Movement.of(new Sighting.Reported(9, NOON, GATEWAY, evidence(slips.get(0)), slips.get(0), NOON))
                .getFirst());
        assertThat(waiting(underWay)).isEqualTo(new Waiting(2, Optional.of(NOON.plusSeconds(1))));
        settle(underWay, slips.get(2));
        assertThat(waiting(underWay).messages()).isOne();
    }

    @Test
    void what_has_expired_is_under_way_no_more_even_beyond_what_memory_bears() {
        UnderWay underWay = new UnderWay(1);
        List.of(slip(0), slip(1), slip(2)).forEach(slip -> accept(underWay, slip));
        underWay.expire(NOON.plus(Duration.ofDays(7)).plus(Duration.ofMinutes(30)));
        assertThat(waiting(underWay).messages())
                .as("within the hour in which they expire")
                .isEqualTo(2);
        underWay.expire(NOON.plus(Duration.ofDays(7)).plus(Duration.ofHours(1)));
        assertThat(waiting(underWay)).isEqualTo(new Waiting(0, Optional.empty()));
    }

    private static Waiting waiting(UnderWay underWay) {
        return underWay.waiting().values().iterator().next();
    }

    private static void accept(UnderWay underWay, Slip slip) {
        Movement.of(new Sighting.Accepted(0, slip.created(), GATEWAY, slip)).forEach(underWay::follow);
    }

    private static void settle(UnderWay underWay, Slip slip) {
        underWay.follow(Movement.of(new Sighting.Reported(9, NOON, GATEWAY, evidence(slip), slip, slip.created()))
                .getFirst());
    }

    private static Evidence evidence(Slip slip) {
        return new Evidence(
                EvidenceId.next(NOON),
                ErdsEvent.CONTENT_HANDOVER,
                NOON,
                "xa.social.shelter",
                slip.from(),
                slip.to(),
                Optional.of(1),
                slip.id(),
                slip.contentDigest(),
                Optional.empty(),
                List.of());
    }

    private static Slip slip(int second) {
        Instant at = NOON.plusSeconds(second);
        return new Slip(
                MessageId.next(at),
                new CaseId("XC-REF-2026-000001"),
                Town.REFERRAL,
                Town.WELFARE_XC,
                List.of(AuthorityCode.parse("xa.social.shelter")),
                Priority.ROUTINE,
                Optional.empty(),
                List.of(),
                Suite.HYBRID_2026,
                at,
                at.plus(Duration.ofDays(7)),
                CONTENT.size(),
                CONTENT.sha256());
    }
}
