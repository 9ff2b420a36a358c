package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.gateway.Network.SOCIAL_XA;
import static org.liaison.gateway.Network.SOCIAL_XC;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.certs.RevocationReason;
import org.liaison.certs.Serial;
import org.liaison.desk.Post;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Slip;
import org.liaison.routes.gateway.OpenRequest;

/// What was received in good order stays good: certificates end and are revoked, keys are
/// replaced, and what was signed before stays proven. A network of its own, for its certificates
/// are revoked.
class KeptTest {

    private static final Duration YEARS = Duration.ofDays(4 * 365);

    @TempDir
    Path folder;

    private Bench bench;
    private Slip slip;

    @BeforeEach
    void a_message_that_was_handed_over_and_opened() {
        bench = new Bench(folder, Network.another());
        slip = bench.refer();
        bench.settle();
        bench.routes.open(new OpenRequest(slip.id(), SOCIAL_XA));
        bench.settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void years_later_when_every_certificate_is_over_it_is_as_genuine_as_it_was() {
        bench.clock.forward(YEARS);
        everythingIsGenuine();
    }

    @Test
    void a_revocation_after_the_fact_takes_nothing_back() {
        bench.clock.forward(Duration.ofDays(1));
        revoke(bench.clock.instant());
        everythingIsGenuine();
    }

    @Test
    void what_was_signed_after_the_revocation_is_not_believed() {
        Instant before = bench.copy(slip.id(), SOCIAL_XC).storedAt().minus(Duration.ofHours(1));
        revoke(before);
        for (AuthorityCode owner : List.of(SOCIAL_XA, SOCIAL_XC)) {
            Shelf.Copy copy = bench.copy(slip.id(), owner);
            assertThat(bench.verification
                            .of(copy, bench.shelf.content(copy), bench.clock.instant())
                            .verdict())
                    .isEqualTo("BROKEN");
            assertThat(bench.post.whole(slip.id(), owner, true).orElseThrow().happenings())
                    .extracting(Post.Happening::genuine)
                    .anySatisfy(genuine -> assertThat(genuine).contains(false));
        }
    }

    @Test
    void evidence_with_the_receipt_of_other_evidence_is_not_in_the_log() {
        bench.sql
                .sql("update evidence e set receipt = (select receipt from evidence where message_id = e.message_id"
                        + " and authority = e.authority and event = 'SUBMISSION_ACCEPTANCE')"
                        + " where event = 'CONTENT_HANDOVER' and authority = ?")
                .param(SOCIAL_XC.toString())
                .update();
        Shelf.Copy copy = bench.copy(slip.id(), SOCIAL_XC);
        assertThat(bench.verification
                        .of(copy, bench.shelf.content(copy), bench.clock.instant())
                        .checks())
                .filteredOn(check -> check.result().equals("FAILED"))
                .extracting(Views.Check::check)
                .containsExactly("LOG_PROOF");
    }

    private void everythingIsGenuine() {
        for (AuthorityCode owner : List.of(SOCIAL_XA, SOCIAL_XC)) {
            Shelf.Copy copy = bench.copy(slip.id(), owner);
            assertThat(bench.verification
                            .of(copy, bench.shelf.content(copy), bench.clock.instant())
                            .checks())
                    .filteredOn(check -> Set.of(
                                    "SLIP_SIGNATURE", "LETTER_SIGNATURE", "EVIDENCE_SIGNATURE", "LETTER_MATCHES_SLIP")
                            .contains(check.check()))
                    .hasSizeGreaterThan(4)
                    .allMatch(check -> check.result().equals("PASSED"));
            Post.Whole whole = bench.post.whole(slip.id(), owner, true).orElseThrow();
            assertThat(whole.content().orElseThrow().signature().orElseThrow().verified())
                    .isTrue();
            assertThat(whole.happenings())
                    .filteredOn(happening -> happening.event().isPresent())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(happening -> {
                        assertThat(happening.genuine()).contains(true);
                        assertThat(happening.recorded().orElse(true)).isTrue();
                    });
        }
    }

    private void revoke(Instant at) {
        bench.network.pki.revoke(
                bench.network.signing(SOCIAL_XA, SOCIAL_XC).map(Serial::of).toList(), RevocationReason.SUPERSEDED, at);
        bench.trust.reload();
    }
}
