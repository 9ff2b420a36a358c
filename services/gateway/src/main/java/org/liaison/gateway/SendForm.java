package org.liaison.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.Attachment;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.HandlingCode;
import org.liaison.message.Priority;
import org.liaison.routes.gateway.Draft;

/// A multipart request read as a draft. A field that is not known is refused: a misspelt `priority`
/// must not make an urgent message routine.
final class SendForm {

    private static final Set<String> FIELDS =
            Set.of("form", "attachments", "as", "to", "case", "priority", "due", "handling");
    private static final int MOST_ATTACHMENTS = 50;

    private final Collection<Part> parts;
    private final GatewaySettings.Limits limits;

    private SendForm(Collection<Part> parts, GatewaySettings.Limits limits) {
        this.parts = parts;
        this.limits = limits;
    }

    static Draft read(HttpServletRequest request, Caller caller, GatewaySettings.Limits limits)
            throws IOException, jakarta.servlet.ServletException {
        SendForm form = new SendForm(request.getParts(), limits);
        for (Part part : form.parts)
            if (!FIELDS.contains(part.getName()))
                throw Unservable.unreadable(
                        "#",
                        "a field that is not known; known are "
                                + FIELDS.stream().sorted().toList());
        return new Draft(
                caller.one(form.one("as")),
                form.many("to").stream()
                        .map(text -> Caller.authority("#to", text))
                        .toList(),
                form.form(),
                form.attachments(),
                form.optional("case").map(SendForm::caseId),
                form.optional("priority").map(SendForm::priority).orElse(Priority.ROUTINE),
                form.optional("due").map(SendForm::time),
                form.many("handling").stream().map(SendForm::handling).toList());
    }

    private Bytes form() throws IOException {
        List<Part> forms = named("form");
        if (forms.size() != 1) throw Unservable.unreadable("#form", "one form is required");
        if (forms.getFirst().getSize() > limits.formBytes())
            throw Unservable.unreadable("#form", "the form is larger than " + limits.formBytes() + " bytes");
        return bytes(forms.getFirst());
    }

    private List<Attachment> attachments() throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        List<Part> files = named("attachments");
        if (files.size() > MOST_ATTACHMENTS)
            throw Unservable.unreadable("#attachments", "at most " + MOST_ATTACHMENTS + " attachments");
        for (Part file : files) {
            String pointer = "#attachments/" + attachments.size();
            String name = file.getSubmittedFileName();
            String type = file.getContentType();
            if (name == null) throw Unservable.unreadable(pointer, "an attachment comes with its file name");
            try {
                attachments.add(new Attachment(name, mediaType(type), bytes(file)));
            } catch (IllegalArgumentException e) {
                throw Unservable.unreadable(pointer, String.valueOf(e.getMessage()));
            }
        }
        long names = attachments.stream().map(Attachment::name).distinct().count();
        if (names < attachments.size()) throw Unservable.unreadable("#attachments", "two attachments have one name");
        return attachments;
    }

    private static String mediaType(@org.jspecify.annotations.Nullable String type) {
        if (type == null || type.isBlank()) return "application/octet-stream";
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    private String one(String name) throws IOException {
        return optional(name).orElseThrow(() -> Unservable.unreadable("#" + name, "this field is required"));
    }

    private Optional<String> optional(String name) throws IOException {
        List<String> texts = texts(name);
        if (texts.size() > 1) throw Unservable.unreadable("#" + name, "this field comes once");
        return texts.stream().findFirst();
    }

    /// The field repeated, or values separated by commas.
    private List<String> many(String name) throws IOException {
        return texts(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<String> texts(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Part part : named(name)) {
            if (part.getSize() > 4096) throw Unservable.unreadable("#" + name, "this field is too long");
            String text = bytes(part).utf8().strip();
            if (!text.isEmpty()) texts.add(text);
        }
        return texts;
    }

    private List<Part> named(String name) {
        return parts.stream().filter(part -> part.getName().equals(name)).toList();
    }

    private static Bytes bytes(Part part) throws IOException {
        try (var in = part.getInputStream()) {
            return Bytes.owned(in.readAllBytes());
        }
    }

    private static CaseId caseId(String text) {
        try {
            return new CaseId(text);
        } catch (IllegalArgumentException e) {
            throw Unservable.unreadable("#case", "a case is written like XC-REF-2026-000017");
        }
    }

    private static Priority priority(String text) {
        try {
            return Priority.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Unservable.unreadable("#priority", "ROUTINE or URGENT");
        }
    }

    private static HandlingCode handling(String text) {
        try {
            return HandlingCode.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw Unservable.unreadable("#handling", "H0, H1, H2 or H3");
        }
    }

    private static Instant time(String text) {
        try {
            if (!text.endsWith("Z")) throw Unservable.unreadable("#due", "a time in UTC, ending in Z");
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Unservable.unreadable("#due", "a time like 2026-11-23T12:00:00Z");
        }
    }
}
