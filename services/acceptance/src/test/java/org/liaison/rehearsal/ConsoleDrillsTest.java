package org.liaison.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.ErdsEvent;
import org.liaison.message.EventReason;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.Frames;
import org.liaison.message.GatewayCode;
import org.liaison.message.Reason;
import org.liaison.message.Wire;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;
import org.liaison.seal.Unproven;

/// What operators are for: something goes wrong for real, and the console names the cause within three clicks of its
/// home page; they intervene by clicking.
@ExtendWith(OpenDesks.class)
class ConsoleDrillsTest {

    private static final int FEW_CLICKS = 3;
    private static final int ENOUGH_REFUSALS = 5;
    private static final GatewayCode XB = Cast.gatewayOf(Cast.TRANSIT);
    private static final Scene TO_XA = Script.ACTS.getFirst().scenes().getFirst();
    private static final Scene TO_XB = Script.ACTS.getFirst().scenes().get(1);
    private static final String WHY = "A drill, so that we know how.";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String REFUSED = ".list li:has(.tag.bad) .what";
    private static final String UNREADABLE_IN_FRENCH = "Le destinataire ne peut ouvrir le contenu";

    private final Desks desks;
    private final Page ada;

    ConsoleDrillsTest(Desks desks) {
        this.desks = desks;
        this.ada = desks.operator("ada");
    }

    @Test
    void xbs_gateway_is_down_and_after_that_xb_refuses_everything() throws Exception {
        desks.stop(XB);
        try {
            desks.send(TO_XB);
            a_gateway_that_is_down_is_named();
            try (HostileGateway xb = desks.impostor(XB)) {
                for (int i = 1; i < ENOUGH_REFUSALS; i++) desks.send(TO_XB);
                for (int i = 0; i < ENOUGH_REFUSALS; i++) refuse(xb);
                a_recipient_that_refuses_everything_is_named();
                its_sender_is_told_in_words();
            }
        } finally {
            desks.start(XB);
        }
    }

    private void a_gateway_that_is_down_is_named() {
        Finger finger = new Finger(ada);
        finger.alerted("gateway-xb does not fetch its post; 1 message waits for it.");
        finger.follow("A gateway does not fetch its post", "gateway-xb");
        assertThat(ada.url()).endsWith("/routes#at-gateway-xb");
        assertThat(finger.main())
                .contains("gateway-xb does not fetch its post; 1 message waits for it.")
                .doesNotContain("gateway-xa does not fetch its post");
        assertThat(finger.clicks()).isLessThanOrEqualTo(FEW_CLICKS);
    }

    private void a_recipient_that_refuses_everything_is_named() {
        Finger finger = new Finger(ada);
        assertThat(finger.alerted("XC-XB"))
                .contains("were refused or not handed over", Reason.UNREADABLE_CONTENT.sentence());
        finger.follow("Many refusals", "XC-XB");
        assertThat(finger.main()).contains(Reason.UNREADABLE_CONTENT.sentence());
        finger.follow("Which were not handed over");
        assertThat(finger.main())
                .contains("xc.social.welfare → xb.police.border", Reason.UNREADABLE_CONTENT.sentence());
        assertThat(finger.clicks()).isLessThanOrEqualTo(FEW_CLICKS);
    }

    /// On the page of the message and on that of its case.
    private void its_sender_is_told_in_words() {
        Page officer = desks.officer(new GatewayCode("gateway-xc"));
        Patience.await("the refusal at the desk", LIMIT, () -> {
            officer.navigate(Desks.origin(officer) + "/inbox?box=sent&as=xc.social.welfare&lang=fr");
            return officer.locator(REFUSED).count() > 0 ? Optional.of(true) : Optional.empty();
        });
        Desks.press(officer.locator(REFUSED).first());
        assertThat(officer.locator("main").innerText()).contains(UNREADABLE_IN_FRENCH);
        officer.locator(".crumbs a").click();
        officer.waitForURL("**/cases/**");
        assertThat(officer.locator("main").innerText()).contains(UNREADABLE_IN_FRENCH);
        officer.navigate(Desks.origin(officer) + "/inbox?lang=en");
    }

    /// As a gateway does whose keys are not those in the directory.
    private void refuse(HostileGateway xb) {
        Wire.Delivery delivery = xb.takeDelivery();
        Evidence acceptance = HostileStage.clear(Evidence.read(Unproven.content(
                        HostileStage.clear(Entry.read(delivery.receipt().entry()))
                                .evidence()
                                .orElseThrow())
                .orElseThrow()));
        Instant now = Instant.now();
        Evidence refusal = new Evidence(
                EvidenceId.next(now),
                ErdsEvent.CONTENT_HANDOVER_FAILURE,
                now,
                Cast.POLICE_OF_TRANSIT.toString(),
                acceptance.sender(),
                acceptance.recipients(),
                Optional.of(acceptance.recipients().indexOf(Cast.POLICE_OF_TRANSIT) + 1),
                acceptance.messageId(),
                acceptance.contentDigest(),
                Optional.of(acceptance.id()),
                List.of(new EventReason(Reason.UNREADABLE_CONTENT)));
        Bytes signed = police().sign(refusal.toJson(), Strength.ECDSA, now);
        xb.send(refusal.id().toString(), Frames.write(new Wire.Statement(signed)));
    }

    private Signer police() {
        var keys = desks.state().keysOf(Cast.POLICE_OF_TRANSIT);
        return KeyFile.open(keys, Password.read(keys.resolveSibling(Cast.POLICE_OF_TRANSIT + ".password")))
                .signer();
    }

    @Test
    void a_certificate_that_runs_out_next_week_is_named() {
        Finger finger = new Finger(ada);
        assertThat(finger.alerted("tls.p12")).contains("The hub’s certificate tls.p12 (tls) runs out on");
        finger.follow("A certificate is due", "tls.p12");
        assertThat(finger.row("tls.p12")).containsSubsequence("in 6 days", "Key of the hub", "tls.p12 (tls)");
        assertThat(finger.clicks()).isLessThanOrEqualTo(FEW_CLICKS);
    }

    @Test
    void a_paused_route_says_so_everywhere_until_it_goes_on() {
        desks.send(TO_XA);
        Patience.await("something on the map", LIMIT, () -> {
            ada.navigate(desks.console() + "/home");
            return ada.locator("svg.map").count() > 0 ? Optional.of(true) : Optional.empty();
        });
        ada.navigate(desks.console() + "/routes?lang=en");
        ada.getByLabel("Route", new Page.GetByLabelOptions().setExact(true)).selectOption("hub-intake");
        ada.getByLabel("For how many minutes").fill("10");
        ada.getByLabel("Reason").last().fill(WHY);
        Desks.press(button(ada, "Pause"));
        try {
            assertThat(ada.getByRole(AriaRole.STATUS).first()).containsText("is paused until");
            String message = desks.send(TO_XA);
            for (String place : List.of("home", "routes", "trace?id=" + message, "mailboxes", "charts", "live")) {
                ada.navigate(desks.console() + "/" + place);
                assertThat(ada.getByRole(AriaRole.MAIN)).containsText("hub-intake is paused until");
                assertThat(ada.getByRole(AriaRole.MAIN)).containsText(WHY);
            }
            ada.navigate(desks.console() + "/home");
            assertThat(ada.locator("svg.map")).containsText("hub-intake");
            assertThat(ada.getByRole(AriaRole.MAIN)).not().containsText("All is well");
            ada.navigate(desks.console() + "/trace?id=" + message);
            assertThat(ada.getByRole(AriaRole.MAIN)).containsText("The log knows nothing of this message.");
        } finally {
            ada.navigate(desks.console() + "/routes");
            ada.getByLabel("Reason").last().fill(WHY);
            Desks.press(button(ada, "Resume"));
        }
        ada.navigate(desks.console() + "/home");
        assertThat(ada.getByRole(AriaRole.LINK)
                        .filter(new Locator.FilterOptions().setHasText("hub-intake is paused until")))
                .hasCount(0);
        assertThat(ada.getByRole(AriaRole.MAIN)).containsText("The route hub-intake was resumed. by ada " + WHY);
        Patience.await("the alert to be over", LIMIT, () -> {
            ada.navigate(desks.console() + "/home");
            return ada.getByRole(AriaRole.ALERT)
                                    .filter(new Locator.FilterOptions().setHasText("hub-intake"))
                                    .count()
                            == 0
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }

    @Test
    void what_was_set_aside_is_released_after_a_preview_and_discarded_by_two_persons() {
        String first = setAside();
        choose(ada, first, "Release");
        assertThat(ada.getByRole(AriaRole.MAIN))
                .containsText("1 handed in again at intake.gateway-xc and judged like any other");
        ada.getByLabel("Reason").fill(WHY);
        Desks.press(button(ada, "Release"));
        assertThat(ada.getByRole(AriaRole.STATUS).first()).containsText("1 of 1 messages were handed in again.");
        Patience.await("the released message in the log", LIMIT, () -> {
            ada.navigate(desks.console() + "/trace?id=" + first);
            return ada.locator("ol.timeline li").count() > 0 ? Optional.of(true) : Optional.empty();
        });

        String second = setAside();
        choose(ada, second, "Discard");
        assertThat(ada.getByRole(AriaRole.MAIN)).containsText("A second person has to confirm this.");
        ada.getByLabel("Reason").fill(WHY);
        Desks.press(button(ada, "Discard"));
        assertThat(ada.getByRole(AriaRole.MAIN)).containsText("Discard: 1");
        assertThat(ada.getByRole(AriaRole.MAIN)).containsText(second);
        assertThat(button(ada, "Confirm")).hasCount(0);

        Page ben = desks.operator("ben");
        ben.navigate(desks.console() + "/quarantine?lang=en");
        assertThat(ben.getByRole(AriaRole.MAIN)).containsText("Asked for by ada");
        assertThat(ben.getByRole(AriaRole.MAIN)).containsText(WHY);
        Desks.press(button(ben, "Confirm"));
        assertThat(ben.getByRole(AriaRole.STATUS).first()).containsText("1 of 1 messages were discarded.");
        assertThat(ben.getByRole(AriaRole.MAIN)).not().containsText(second);
    }

    /// A message over which the hub's program failed.
    private String setAside() {
        desks.failing(true);
        try {
            String message = desks.send(TO_XA);
            return Patience.await("the message in quarantine", LIMIT, () -> {
                ada.navigate(desks.console() + "/quarantine?lang=en");
                return ada.getByRole(AriaRole.MAIN).innerText().contains(message)
                        ? Optional.of(message)
                        : Optional.empty();
            });
        } finally {
            desks.failing(false);
        }
    }

    private static void choose(Page page, String message, String effect) {
        for (Locator box : page.getByRole(AriaRole.CHECKBOX).all()) box.uncheck();
        page.getByLabel(message).check();
        page.getByLabel("What to do with them").selectOption(effect.toUpperCase(java.util.Locale.ROOT));
        Desks.press(button(page, "What would happen"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
