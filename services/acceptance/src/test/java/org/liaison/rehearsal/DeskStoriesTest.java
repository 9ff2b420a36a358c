package org.liaison.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// The two stories of the demo, played by clicking, on real programs over real routes: from enrolment to closure.
@ExtendWith(OpenDesks.class)
class DeskStoriesTest {

    private static final Pattern CASE = Pattern.compile("[A-Z]{2}-[A-Z]{3}-[0-9]{4}-[0-9]{6}");

    private final Desks desks;

    DeskStoriesTest(Desks desks) {
        this.desks = desks;
    }

    @Test
    void both_stories_are_played_by_clicking() throws IOException {
        for (Script.Act act : Script.ACTS) {
            Map<String, String> cases = new HashMap<>();
            for (Scene scene : act.scenes()) play(scene, cases);
            Page closing = desks.officer(new GatewayCode("gateway-xc"));
            closing.navigate(Desks.origin(closing) + "/cases");
            for (String id : cases.values()) assertThat(closing.locator("main")).containsText(id);
        }
    }

    private void play(Scene scene, Map<String, String> cases) throws IOException {
        Page sender = at(scene.from());
        String thread = scene.thread();
        String known = cases.get(thread);
        String kind = form(scene).path("kind").stringValue("");
        if (known == null) {
            sender.navigate(Desks.origin(sender) + "/write?as=" + scene.from());
            Desks.press(sender.locator("button[value='" + kind + "']"));
        } else {
            sender.navigate(Desks.origin(sender) + "/cases/" + known + "?as=" + scene.from());
            Desks.press(sender.locator("button[value='" + kind + "']"));
        }
        String sheet = sender.url();
        address(sender, sheet, scene);
        enclose(sender, sheet, scene);
        sender.navigate(sheet);
        new Typist(sender).type(form(scene));
        sender.navigate(sheet + "/preview");
        sender.click("form[action$='/send'] button");
        sender.waitForURL("**/messages/**");
        cases.putIfAbsent(thread, caseOn(sender));
        assertThat(sender.locator("main")).containsText("Signed by");
        open(scene, Objects.requireNonNull(cases.get(thread)), kind);
        String sent = sender.url();
        Patience.await("evidence that it was opened", Duration.ofSeconds(60), () -> {
            sender.navigate(sent);
            return sender.locator("main").innerText().contains("opened the message")
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }

    private static void address(Page sender, String sheet, Scene scene) {
        sender.navigate(sheet + "/to");
        sender.check("input[value='" + scene.to() + "']");
        Desks.press(sender.locator("main form button").last());
    }

    private void enclose(Page sender, String sheet, Scene scene) throws IOException {
        for (String file : scene.files()) {
            Path copy = desks.folder().resolve(file);
            try (InputStream in = resource(file)) {
                Files.write(copy, in.readAllBytes());
            }
            sender.navigate(sheet + "/files");
            sender.setInputFiles("#file", copy);
            sender.click("form[data-upload] button");
            assertThat(sender.locator(".list")).containsText(file);
        }
    }

    /// The recipient finds it unread, opens it, and sees that it is genuine. A notice has a case of its own there.
    private void open(Scene scene, String id, String kind) {
        Page recipient = at(scene.to());
        String inbox = Desks.origin(recipient) + "/inbox?box=unread&as=" + scene.to();
        Patience.await(kind + " to arrive", Duration.ofSeconds(60), () -> {
            recipient.navigate(inbox);
            return recipient.locator(".list .what").count() > 0 ? Optional.of(true) : Optional.empty();
        });
        Desks.press(recipient.locator(".list .what").first());
        Desks.press(recipient.locator("form[action*='/open'] button"));
        assertThat(recipient.locator(".note.good").first()).containsText("genuine");
        assertThat(recipient.locator("main")).containsText(id);
    }

    private static String caseOn(Page page) {
        var found = CASE.matcher(page.locator(".crumbs").innerText());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private Page at(AuthorityCode authority) {
        return desks.officer(Cast.gatewayOf(authority));
    }

    private static JsonNode form(Scene scene) throws IOException {
        return form(scene.form());
    }

    static JsonNode form(String name) throws IOException {
        try (InputStream in = resource(name)) {
            return StrictJson.MAPPER.readTree(in.readAllBytes());
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(DeskStoriesTest.class.getResourceAsStream("/demo/" + name));
    }
}
