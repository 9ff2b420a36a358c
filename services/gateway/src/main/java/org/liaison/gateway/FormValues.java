package org.liaison.gateway;

import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What a stored form says, without the names of its fields: texts, codes and numbers, one a line.
final class FormValues {

    private FormValues() {}

    static String of(String form) {
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
