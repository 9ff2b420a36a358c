package org.liaison.cli;

import static org.liaison.cli.Table.code;
import static org.liaison.cli.Table.count;
import static org.liaison.cli.Table.many;
import static org.liaison.cli.Table.moment;
import static org.liaison.cli.Table.text;
import static org.liaison.cli.Table.worded;

import tools.jackson.databind.JsonNode;

/// Views of the console that are one list, at a terminal.
final class OpsLists {

    private OpsLists() {}

    static void list(Paper paper, String view, JsonNode rows) {
        switch (view) {
            case "certificates" ->
                Table.print(
                        paper,
                        0,
                        rows,
                        code("what", "/what"),
                        moment("until", "/until"),
                        text("holder", "/holder"),
                        text("serial number", "/serial"));
            case "snapshots" ->
                Table.print(
                        paper,
                        0,
                        rows,
                        code("what", "/kind"),
                        count("number", "/number"),
                        code("state", "/standing"),
                        moment("since", "/since"),
                        moment("until", "/expires"),
                        count("entries", "/size"));
            case "differences" ->
                Table.print(paper, 0, rows, code("what", "/change"), text("of", "/subject"), many("fields", "/fields"));
            case "changes" ->
                Table.print(
                        paper,
                        0,
                        rows,
                        moment("when", "/at"),
                        count("entry", "/index"),
                        worded("what", OpsLists::change));
            case "events" ->
                Table.print(
                        paper,
                        0,
                        rows,
                        moment("when", "/at"),
                        code("what", "/kind"),
                        text("corridor", "/corridor"),
                        text("message", "/message"),
                        worded("from, to, why", OpsLists::parties));
            case "alerts" ->
                Table.print(
                        paper,
                        0,
                        rows,
                        moment("since", "/since"),
                        text("cause", "/cause"),
                        text("looks after it", "/acknowledged/by"),
                        text("what", "/sentence"));
            default -> throw new IllegalArgumentException("no view of the console: " + view);
        }
    }

    private static String change(JsonNode change) {
        String what = Paper.plain(change.path("event"));
        String sentence = change.path("sentence").asString("");
        return what
                + (sentence.isEmpty() ? "" : ": " + sentence)
                + (change.has("by") ? " By " + change.path("by").asString() : "")
                + (change.has("why") ? ": " + change.path("why").asString() : "");
    }

    private static String parties(JsonNode event) {
        return Paper.text(event.path("from")) + ", " + Paper.text(event.path("to")) + ", "
                + Paper.plain(event.path("reason"));
    }
}
