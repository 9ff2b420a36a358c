package org.liaison.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.liaison.message.Bytes;
import org.liaison.message.Evidence;
import org.liaison.message.Frames;
import org.liaison.message.GatewayCode;
import org.liaison.message.Reading;
import org.liaison.seal.Unproven;

/// What a person takes away to prove or to file: evidence, and paper.
@ExtendWith(OpenDesks.class)
class DeskProofTest {

    private static final GatewayCode DESTINATION = new GatewayCode("gateway-xc");
    private static final String CENTRAL = "xc.central.justice";
    /// Stands in the form that is sent.
    private static final String CONTENT = "Sample Trading Company";

    private final Desks desks;

    DeskProofTest(Desks desks) {
        this.desks = desks;
    }

    @Test
    void an_auditor_comes_from_a_tick_to_its_evidence_with_one_click_and_takes_it_along() {
        String theCase = requested();
        Page auditor =
                desks.invited(desks.administrator(DESTINATION), "Sample Auditor", "auditor", "AUDITOR:" + CENTRAL);
        String origin = Desks.origin(auditor);
        auditor.navigate(origin + theCase);
        auditor.locator(".timeline .ticks a").first().click();
        auditor.waitForURL("**/evidence/**");

        Locator main = auditor.locator("main");
        assertThat(main).containsText("✓ signature genuine");
        assertThat(main).containsText("✓ in the audit log, entry");
        Bytes signed = Bytes.owned(saved(auditor, "a[href*='evidence.p7m']").body());
        assertThat(Evidence.read(Unproven.content(signed).orElseThrow()))
                .isInstanceOfSatisfying(
                        Reading.Clear.class,
                        clear -> assertThat(auditor.url())
                                .contains("/" + ((Evidence) clear.value()).messageId() + "/")
                                .contains("/" + ((Evidence) clear.value()).id() + "?"));
        assertThat(Frames.readReceipt(
                        Bytes.owned(saved(auditor, "a[href*='receipt.json']").body())))
                .isInstanceOf(Reading.Clear.class);

        auditor.navigate(origin + theCase);
        auditor.locator(".timeline a.what").first().click();
        Locator happening = auditor.locator("#proof ~ .timeline a[href]").first();
        assertThat(auditor.request()
                        .get(origin + happening.getAttribute("href"))
                        .text())
                .as("what happened to a message leads there, too")
                .contains("Evidence number");
        auditor.context().close();
    }

    @Test
    void a_case_is_saved_as_paper_by_whoever_sees_it_without_what_its_messages_say() throws IOException {
        String theCase = requested();
        Page officer = desks.officer(DESTINATION);
        officer.navigate(Desks.origin(officer) + theCase + "&lang=en");
        APIResponse paper = saved(officer, "a[href*='/paper.pdf']");
        assertThat(paper.headers().get("content-type")).isEqualTo("application/pdf");
        String id = theCase.replaceAll(".*/cases/|\\?.*", "");
        assertThat(text(paper.body()))
                .containsSubsequence(
                        id,
                        "Where it stands",
                        "Sample Officer",
                        "What is due",
                        "Request for mutual legal assistance",
                        "in the audit log, entry",
                        "Who can see what",
                        "Place and date")
                .doesNotContain(CONTENT);
    }

    @Test
    void a_draft_is_saved_as_paper_that_says_on_each_page_that_it_was_not_sent() throws IOException {
        Page officer = desks.officer(DESTINATION);
        officer.navigate(Desks.origin(officer) + "/write?as=" + CENTRAL + "&lang=en");
        Desks.press(officer.locator("button[value='MLA-REQ']"));
        String sheet = officer.url().replaceAll("\\?.*", "");
        officer.navigate(sheet + "/topics/general");
        officer.fill("[name=f-language]", "en");
        Desks.press(officer.locator("button[name=go]").last());
        officer.navigate(sheet);
        byte[] draft = saved(officer, "a[href$='/paper.pdf']").body();
        assertThat(text(draft)).contains("English (en)").containsSubsequence("Draft, not sent.", "Draft, not sent.");
        officer.navigate(sheet + "/preview");
        assertThat(saved(officer, "a[href$='/paper.pdf']").status()).isEqualTo(200);
    }

    /// The address of a case with a request that was handed over.
    private String requested() {
        desks.play(Script.ACTS.get(1).scenes().subList(0, 1));
        Page officer = desks.officer(DESTINATION);
        officer.navigate(Desks.origin(officer) + "/inbox?box=sent&as=" + CENTRAL);
        return officer.locator(".list .meta a").first().getAttribute("href");
    }

    private static APIResponse saved(Page page, String link) {
        APIResponse answer = page.request()
                .get(Desks.origin(page) + page.locator(link).first().getAttribute("href"));
        assertThat(answer.status()).as(link).isEqualTo(200);
        assertThat(answer.headers().get("content-disposition")).startsWith("attachment");
        return answer;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
