package org.liaison.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Language;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.LocaleResolver;

/// In which language a page speaks: as `?lang=` asks, which holds for the session; else as the person chose; else as
/// the browser prefers.
final class ReaderLocale implements LocaleResolver {

    private static final String CHOSEN = ReaderLocale.class.getName();
    static final String PARAMETER = "lang";

    private final Readers readers;

    ReaderLocale(Readers readers) {
        this.readers = readers;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale asked = asked(request);
        if (asked != null) {
            request.getSession().setAttribute(CHOSEN, asked);
            return asked;
        }
        var session = request.getSession(false);
        if (session != null && session.getAttribute(CHOSEN) instanceof Locale chosen) return chosen;
        return readers.of(request)
                .map(Reader::language)
                .orElseGet(() -> Language.firstOf(accepted(request)))
                .locale();
    }

    /// A request that is too large to be taken apart asks for nothing: whoever sent it is told so, and in a language.
    private static @Nullable Locale asked(HttpServletRequest request) {
        String tag;
        try {
            tag = request.getParameter(PARAMETER);
        } catch (IllegalStateException | MultipartException e) {
            return null;
        }
        if (tag == null || tag.length() > 20) return null;
        if (tag.equals(Words.PSEUDO.toLanguageTag())) return Words.PSEUDO;
        return Language.of(tag).map(Language::locale).orElse(null);
    }

    private static List<String> accepted(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(Locale::toLanguageTag)
                .toList();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a page's language is asked for with ?" + PARAMETER + "=");
    }
}
