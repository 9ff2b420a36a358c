package org.liaison.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liaison.message.Language;

/// What the frame of one page says. `who` is absent before somebody has signed in; `asked` is what
/// its address asks for besides a language, which a change of language must not lose; a page that
/// answers to what was posted has no address of its own.
public record OnPage(
        String tag,
        String dir,
        String site,
        boolean training,
        List<Frame.Tab> tabs,
        List<Frame.Notice> notices,
        Optional<String> who,
        String path,
        Optional<List<Asked>> asked,
        List<String> files) {

    /// A parameter of the address.
    public record Asked(String name, String value) {}

    static OnPage of(Frame frame, Optional<Reader> reader, Locale locale, HttpServletRequest request) {
        Language language = Language.of(locale);
        return new OnPage(
                locale.toLanguageTag(),
                language.rightToLeft() ? "rtl" : "ltr",
                frame.site(),
                frame.training(),
                reader.isPresent() ? frame.tabs(request) : List.of(),
                reader.isPresent() ? frame.notices() : List.of(),
                reader.map(Reader::name),
                request.getRequestURI(),
                asked(request),
                frame.files());
    }

    /// After a fault nothing is asked again: it may have been that very question.
    private static Optional<List<Asked>> asked(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) return Optional.of(List.of());
        if (!request.getMethod().equals("GET")) return Optional.empty();
        return Optional.of(request.getParameterMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(ReaderLocale.PARAMETER))
                .flatMap(parameter ->
                        Arrays.stream(parameter.getValue()).map(value -> new Asked(parameter.getKey(), value)))
                .toList());
    }
}
