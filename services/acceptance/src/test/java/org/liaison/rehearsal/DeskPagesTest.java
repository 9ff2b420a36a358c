package org.liaison.rehearsal;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liaison.message.GatewayCode;

/// Every page of the desk.
class DeskPagesTest extends PagesContract {

    private static final GatewayCode DESTINATION = new GatewayCode("gateway-xc");

    DeskPagesTest(Desks desks) {
        super(desks, desks.officer(DESTINATION), "desk");
    }

    @Override
    String front() {
        return "/inbox";
    }

    @Override
    Map<String, String> pages() {
        page.navigate(at("/inbox?lang=en"));
        if (page.locator(".list .what").count() == 0)
            desks.play(Script.ACTS.getFirst().scenes());
        Map<String, String> found = new LinkedHashMap<>();
        found.put("inbox", "/inbox");
        found.put("sent", "/inbox?box=sent");
        found.put("cases", "/cases");
        found.put("contacts", "/contacts");
        found.put("search", "/search?words=XC-REF");
        found.put("write", "/write?as=xc.social.welfare");
        found.put("account", "/account");
        page.navigate(at("/inbox?box=received"));
        found.put("message", page.locator(".list .what").first().getAttribute("href"));
        page.navigate(at("/cases"));
        found.put("case", page.locator(".list .what").first().getAttribute("href"));
        page.navigate(at(found.get("case")));
        found.put("evidence", page.locator(".ticks a").first().getAttribute("href"));
        found.put("nothing", "/nothing/here");
        page.navigate(at("/write?as=xc.social.welfare"));
        Desks.press(page.locator("button[value='REF-REQ']"));
        String sheet = page.url().substring(Desks.origin(page).length());
        found.put("sheet", sheet);
        found.put("address", sheet + "/to");
        found.put("files", sheet + "/files");
        found.put("topic", sheet + "/topics/person");
        found.put("preview", sheet + "/preview");
        found.put("template", sheet + "/template");
        return found;
    }

    private String at(String path) {
        return desks.at(DESTINATION) + path;
    }

    @Test
    void the_first_page_is_small() {
        Page visitor = desks.visitor("en");
        assertSmall(visitor, at("/sign-in"));
        visitor.context().close();
    }
}
