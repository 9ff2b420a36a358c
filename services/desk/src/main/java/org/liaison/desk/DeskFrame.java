package org.liaison.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.liaison.pages.Frame;

/// The places of the desk.
record DeskFrame(String site, boolean training) implements Frame {

    @Override
    public List<String> files() {
        return List.of("/static/desk/forms.css", "/static/desk/desk.js");
    }

    @Override
    public List<Tab> tabs(HttpServletRequest request) {
        return List.of(
                new Tab("/inbox", "desk.inbox"),
                new Tab("/cases", "desk.cases"),
                new Tab("/contacts", "desk.contacts"));
    }
}
