package org.liaison.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.message.GatewayCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What somebody tries who has an account and wants more, and what a hostile correspondent writes.
@ExtendWith(OpenDesks.class)
class DeskAttackTest {

    private static final GatewayCode ORIGIN = new GatewayCode("gateway-xa");
    private static final GatewayCode DESTINATION = new GatewayCode("gateway-xc");
    private static final String SCRIPT = "<img src=x onerror='window.hit=1'><script>window.hit=1</script>";
    private static final String IN_A_FIELD = "<img src=x onerror=window.hit=1>";
    /// The part for the police must not say who she is.
    private static final String IN_A_NAME = "<img src=y onerror=window.hit=1>";
    private static final List<String> TELLING =
            List.of("Exception", "org.liaison", "org.springframework", "SQL", "\tat ");

    private final Desks desks;

    DeskAttackTest(Desks desks) {
        this.desks = desks;
    }

    @Test
    void whoever_works_for_one_authority_finds_nothing_of_another() {
        Page officer = desks.officer(DESTINATION);
        officer.navigate(Desks.origin(officer) + "/write?as=xc.central.justice&lang=en");
        Desks.press(officer.locator("button[value='MLA-REQ']"));
        String sheet = officer.url();
        desks.play(Script.ACTS.get(1).scenes().subList(0, 1));
        officer.navigate(Desks.origin(officer) + "/inbox?box=sent&as=xc.central.justice");
        String message = officer.locator(".list .what").first().getAttribute("href");
        String theCase = officer.locator(".list .meta a").first().getAttribute("href");

        Page other = desks.invited(
                desks.administrator(DESTINATION), "Sample Colleague", "colleague", "OFFICER:xc.social.welfare");
        String origin = Desks.origin(other);
        String path = message.substring(0, message.indexOf('?'));
        String proof = path + "/proof.zip?as=xc.central.justice";
        assertThat(officer.request().get(Desks.origin(officer) + proof).status())
                .as("its own officer gets it")
                .isEqualTo(200);
        officer.navigate(Desks.origin(officer) + message);
        String evidence = officer.locator("#proof ~ .timeline a[href]")
                .last()
                .getAttribute("href")
                .replaceAll("\\?.*", "");
        assertThat(officer.request()
                        .get(Desks.origin(officer) + evidence + "?as=xc.central.justice")
                        .status())
                .as("its own officer gets it")
                .isEqualTo(200);
        for (String address : List.of(
                origin + message,
                origin + evidence + "?as=xc.central.justice",
                origin + evidence + "?as=xc.social.welfare",
                origin + evidence + "/evidence.p7m?as=xc.central.justice",
                origin + evidence + "/evidence.p7m?as=xc.social.welfare",
                origin + evidence + "/receipt.json?as=xc.social.welfare",
                origin + path + "/evidence?as=xc.central.justice&to=xa.central.justice",
                origin + path + "/evidence?as=xc.social.welfare&to=xa.central.justice",
                origin + theCase.replace("?", "/paper.pdf?"),
                origin + theCase.replace("?", "/paper.pdf?").replace("xc.central.justice", "xc.social.welfare"),
                sheet + "/paper.pdf",
                origin + path + "?as=xc.social.welfare",
                origin + path + "/files/1?as=xc.central.justice",
                origin + path + "/paper.pdf?as=xc.central.justice",
                origin + proof,
                origin + theCase,
                origin + theCase.replace("xc.central.justice", "xc.social.welfare"),
                origin + "/inbox?as=xc.central.justice",
                origin + "/cases?as=xc.central.justice",
                origin + "/release",
                origin + "/persons",
                sheet,
                sheet + "/preview",
                sheet + "/files")) {
            APIResponse answer = other.request().get(address);
            assertThat(answer.status()).as(address).isIn(403, 404);
            assertThat(answer.text()).as(address).doesNotContain("Sample Trading Company");
        }
        other.navigate(origin + "/search?words=Trading");
        assertThat(other.locator(".list li").count()).isZero();
        other.context().close();
    }

    @Test
    void what_another_authority_writes_and_keeps_is_nowhere_for_whoever_knows_its_id() {
        Page owner = desks.officer(DESTINATION);
        String origin = Desks.origin(owner);
        owner.navigate(origin + "/write?as=xc.central.justice&lang=en");
        Desks.press(owner.locator("button[value='MLA-REQ']"));
        String sheet = owner.url();
        owner.navigate(sheet + "/topics/general");
        owner.fill("[name=f-language]", "en");
        Desks.press(owner.locator("button[name=go]").last());
        owner.navigate(sheet + "/template");
        owner.fill("#name", "Shared among colleagues");
        owner.check("#shared");
        Desks.press(owner.locator("main form button"));
        Locator kept =
                owner.locator("#templates button[name=template]", new Page.LocatorOptions().setHasText("Shared among"));
        String template = kept.first().getAttribute("value");

        Page other = desks.invited(
                desks.administrator(DESTINATION), "Sample Neighbour", "neighbour", "OFFICER:xc.social.welfare");
        other.navigate(origin + "/write?lang=en");
        assertThat(other.locator("main").innerText()).doesNotContain("Shared among");
        String token = other.locator("input[name=_csrf]").first().inputValue();
        Beginning theirs =
                (as, kind, with) -> post(other, origin + "/sheets", token, "as", as, "kind", kind, "template", with);
        assertThat(theirs.status("xc.social.welfare", "MLA-REQ", template)).isEqualTo(404);
        assertThat(theirs.status("xc.central.justice", "MLA-REQ", template)).isEqualTo(404);
        assertThat(theirs.status("xc.social.welfare", "REF-REQ", template)).isEqualTo(404);
        assertThat(theirs.status("xc.social.welfare", "REF-REQ", "1")).isEqualTo(404);
        assertThat(theirs.status("xc.social.welfare", "REF-REQ", "../" + template))
                .isEqualTo(404);
        for (String target : List.of(
                origin + "/templates/" + template + "/discard",
                origin + "/templates/1/discard",
                sheet + "/topics/general",
                sheet + "/topics/general/typed",
                sheet + "/to",
                sheet + "/files/1/remove",
                sheet + "/template",
                sheet + "/part",
                sheet + "/hand-over",
                sheet + "/give-back",
                sheet + "/send",
                sheet + "/discard",
                origin + "/sheets/1/discard",
                origin + "/sheets/00000000-0000-0000-0000-000000000001/discard"))
            assertThat(post(
                            other,
                            target,
                            token,
                            "shown",
                            "0".repeat(64),
                            "to",
                            "xa.central.justice",
                            "name",
                            "Mine",
                            "keep",
                            "f-language",
                            "f-language",
                            "fr"))
                    .as(target)
                    .isEqualTo(404);
        assertThat(other.request()
                        .post(
                                sheet + "/files",
                                RequestOptions.create()
                                        .setMultipart(FormData.create()
                                                .set("_csrf", token)
                                                .set(
                                                        "file",
                                                        new FilePayload(
                                                                "mine.pdf",
                                                                "application/pdf",
                                                                "mine".getBytes(UTF_8)))))
                        .status())
                .isEqualTo(404);
        for (String address : List.of("/template", "/topics/general", "/to"))
            assertThat(other.request().get(sheet + address).status())
                    .as(address)
                    .isEqualTo(404);
        other.context().close();

        owner.navigate(sheet + "/topics/general");
        assertThat(owner.locator("[name=f-language]").inputValue()).isEqualTo("en");
        owner.navigate(origin + "/write?lang=en");
        String own = owner.locator("input[name=_csrf]").first().inputValue();
        assertThat(post(
                        owner,
                        origin + "/sheets",
                        own,
                        "as",
                        "xc.central.justice",
                        "kind",
                        "MLA-REQ",
                        "template",
                        template))
                .as("its owner begins with it")
                .isEqualTo(200);
        assertThat(post(owner, origin + "/templates/" + template + "/discard", own))
                .isEqualTo(200);
    }

    private interface Beginning {
        int status(String as, String kind, String template);
    }

    private static int post(Page page, String target, String token, String... fields) {
        FormData form = FormData.create().set("_csrf", token);
        for (int i = 0; i < fields.length; i += 2) form.set(fields[i], fields[i + 1]);
        return page.request()
                .post(target, RequestOptions.create().setForm(form))
                .status();
    }

    @Test
    void a_form_of_another_site_changes_nothing() {
        Page officer = desks.officer(DESTINATION);
        String origin = Desks.origin(officer);
        for (String target : List.of("/sheets", "/sign-out", "/account")) {
            APIResponse answer = officer.request()
                    .post(
                            origin + target,
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("as", "xc.social.welfare")
                                            .set("kind", "REF-REQ"))
                                    .setHeader("Origin", "https://elsewhere.example"));
            assertThat(answer.status()).as(target).isEqualTo(403);
        }
        officer.navigate(origin + "/inbox");
        assertThat(officer.url()).endsWith("/inbox");
    }

    @Test
    void what_a_correspondent_writes_is_shown_and_never_run() throws Exception {
        Page sender = desks.officer(DESTINATION);
        Page recipient = desks.officer(ORIGIN);
        String origin = Desks.origin(sender);
        sender.navigate(origin + "/write?as=xc.social.welfare&lang=en");
        Desks.press(sender.locator("button[value='REF-REQ']"));
        String sheet = sender.url();
        sender.navigate(sheet + "/to");
        sender.check("input[value='xa.social.welfare']");
        Desks.press(sender.locator("main form button").last());
        Path file = desks.folder().resolve("identity-sheet" + "<img src=x onerror=window.hit=1>.pdf");
        Files.writeString(file, SCRIPT);
        sender.navigate(sheet + "/files");
        sender.setInputFiles("#file", file);
        sender.click("form[data-upload] button");
        sender.locator(".list").waitFor();
        ObjectNode form = (ObjectNode) DeskStoriesTest.form("referral.json");
        for (String part : List.of("person", "whereabouts")) poison(form.path(part), IN_A_NAME);
        ((ObjectNode) form.path("person")).put("familyName", IN_A_NAME);
        poison(form, IN_A_FIELD);
        ((ObjectNode) form.path("attachments").path(0))
                .put("file", file.getFileName().toString());
        sender.navigate(sheet);
        new Typist(sender).type(form);
        for (String page : List.of("/topics/person", "/topics/justice", "/files", "/preview")) {
            sender.navigate(sheet + page);
            assertThat(hit(sender)).as(page).isFalse();
        }
        sender.click("form[action$='/send'] button");
        sender.waitForURL("**/messages/**");
        assertThat(hit(sender)).isFalse();
        APIResponse again = sender.request().get(sheet + "/preview");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("This was sent.", sender.url().replaceAll(".*(/messages/[^?]+).*", "$1"));

        Patience.await("the message", Duration.ofSeconds(60), () -> {
            recipient.navigate(Desks.origin(recipient) + "/inbox?box=unread&as=xa.social.welfare&lang=en");
            return recipient.locator(".list .what").count() > 0 ? Optional.of(true) : Optional.empty();
        });
        Desks.press(recipient.locator(".list .what").first());
        Desks.press(recipient.locator("form[action*='/open'] button"));
        assertThat(recipient.locator("main").innerText())
                .contains(IN_A_FIELD, IN_A_NAME, file.getFileName().toString());
        assertThat(hit(recipient)).isFalse();
        String message = recipient.url();
        recipient.navigate(Desks.origin(recipient) + "/search?words=onerror");
        assertThat(hit(recipient)).isFalse();
        recipient.navigate(message);
        APIResponse saved = recipient
                .request()
                .get(Desks.origin(recipient)
                        + recipient.locator("a[href*='/files/']").first().getAttribute("href"));
        assertThat(saved.headers().get("content-disposition"))
                .startsWith("attachment")
                .doesNotContain("<");
        assertThat(saved.headers().get("x-content-type-options")).isEqualTo("nosniff");
    }

    /// Every field in which people write as they like: in the sample, what is more than one word.
    private static void poison(JsonNode node, String script) {
        if (node instanceof ObjectNode object)
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.path(name);
                if (value.isString()
                        && value.stringValue().contains(" ")
                        && !value.stringValue().startsWith("<")) object.put(name, script);
                else poison(value, script);
            }
        else if (node.isArray()) node.forEach(one -> poison(one, script));
    }

    @Test
    void the_name_of_a_file_leads_nowhere() {
        Page officer = desks.officer(DESTINATION);
        officer.navigate(Desks.origin(officer) + "/write?as=xc.social.welfare&lang=en");
        Desks.press(officer.locator("button[value='REF-REQ']"));
        String files = officer.url() + "/files";
        officer.navigate(files);
        String token = officer.locator("input[name=_csrf]").first().inputValue();
        for (String name : List.of(
                "../../vault.key", "..\\..\\vault.key", "/etc/passwd", "..", "a\u0000.pdf", "invoice\u202efdp.exe")) {
            APIResponse answer = officer.request()
                    .post(
                            files,
                            RequestOptions.create()
                                    .setMultipart(FormData.create()
                                            .set("_csrf", token)
                                            .set(
                                                    "file",
                                                    new FilePayload(
                                                            name, "application/pdf", "content".getBytes(UTF_8)))));
            assertThat(answer.status()).as(name).isIn(200, 400, 422);
            assertThat(TELLING).as(name).noneMatch(answer.text()::contains);
        }
        officer.navigate(files);
        assertThat(officer.locator("main .list .what").allInnerTexts())
                .allSatisfy(name -> assertThat(name).doesNotContain("/", "\\", "..", "\u202e"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inbox?before=%00",
                "/inbox?box=everything",
                "/cases?after=a~b~c",
                "/cases?which='--",
                "/cases/XC-REF-2026-000001?as=../../etc",
                "/messages/1?as=xc.social.welfare",
                "/messages/01a20330-1eb5-7f60-92fe-b95912804a07/files/..%2f..%2fvault.key?as=xc.social.welfare",
                "/static/pages/..%2f..%2f..%2fapplication.properties",
                "/static/pages/../../../../etc/passwd",
                "/static/%2e%2e/%2e%2e/etc/passwd",
                "/sheets/not-a-uuid",
                "/contacts?kind=admiral",
                "/contacts?language=%3Cscript%3E",
                "/actuator/env",
                "/nothing/here"
            })
    void a_crooked_address_is_refused_without_a_word_about_the_inside(String path) {
        Page officer = desks.officer(DESTINATION);
        APIResponse answer = officer.request().get(Desks.origin(officer) + path);
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(TELLING).noneMatch(answer.text()::contains);
    }

    @Test
    void every_page_says_what_a_browser_may_do_with_it_and_is_kept_nowhere() {
        Page officer = desks.officer(DESTINATION);
        for (String path : List.of("/inbox", "/cases", "/contacts", "/account", "/nothing/here")) {
            var headers = officer.request().get(Desks.origin(officer) + path).headers();
            assertThat(headers.get("content-security-policy"))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.get("cache-control")).as(path).contains("no-store");
            assertThat(headers.get("x-content-type-options")).as(path).isEqualTo("nosniff");
        }
    }

    private static boolean hit(Page page) {
        return Boolean.TRUE.equals(page.evaluate("window.hit === 1"));
    }
}
