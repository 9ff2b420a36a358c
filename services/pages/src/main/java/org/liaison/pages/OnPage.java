package org.liaison.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liaison.message.Language;

/// What the frame of one page says. `who` is absent before somebody has signed in.
public record OnPage(
        String tag,
        String dir,
        String site,
        boolean training,
        List<Frame.Tab> tabs,
        Optional<String> who,
        String path,
        List<String> files) {

    static OnPage of(Frame frame, Optional<Reader> reader, Locale locale, HttpServletRequest request) {
        Language language = Language.of(locale);
        return new OnPage(
                locale.toLanguageTag(),
                language.rightToLeft() ? "rtl" : "ltr",
                frame.site(),
                frame.training(),
                reader.isPresent() ? frame.tabs(request) : List.of(),
                reader.map(Reader::name),
                request.getRequestURI(),
                frame.files());
    }
}
