package org.liaison.gateway;

import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What a stored form says, without the names of its fields: texts, codes and numbers, one a
/// line.
///
/// A search looks at thousands while a person waits, and reading one as JSON takes twenty times
/// as long as looking for its quotation marks. Only where a form has escapes do these not say
/// where a text ends.
final class FormValues {

    private FormValues() {}

    static String of(String form) {
        return form.indexOf('\\') < 0 ? scanned(form) : parsed(form);
    }

    /// Between the marks of a text is a value, unless a colon follows; outside them only numbers
    /// say something.
    private static String scanned(String form) {
        StringBuilder values = new StringBuilder(form.length());
        int outside = 0;
        for (int open = form.indexOf('"'); open >= 0; open = form.indexOf('"', outside)) {
            numbers(form, outside, open, values);
            int close = form.indexOf('"', open + 1);
            if (close < 0) throw new IllegalStateException("a stored form is not JSON any more");
            outside = close + 1;
            if (!named(form, outside)) values.append(form, open + 1, close).append('\n');
        }
        numbers(form, outside, form.length(), values);
        return values.toString();
    }

    private static boolean named(String form, int behind) {
        int at = behind;
        while (at < form.length() && form.charAt(at) <= ' ') at++;
        return at < form.length() && form.charAt(at) == ':';
    }

    private static void numbers(String form, int from, int to, StringBuilder values) {
        boolean inside = false;
        for (int at = from; at < to; at++) {
            char one = form.charAt(at);
            boolean part = (one >= '0' && one <= '9') || one == '.' || one == '-';
            if (part) values.append(one);
            else if (inside) values.append('\n');
            inside = part;
        }
        if (inside) values.append('\n');
    }

    private static String parsed(String form) {
        StringBuilder values = new StringBuilder(form.length());
        try (JsonParser parser = StrictJson.MAPPER.createParser(form)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken())
                if (token == JsonToken.VALUE_STRING || token.isNumeric())
                    values.append(parser.getString()).append('\n');
        } catch (JacksonException e) {
            throw new IllegalStateException("a stored form is not JSON any more", null);
        }
        return values.toString();
    }
}
