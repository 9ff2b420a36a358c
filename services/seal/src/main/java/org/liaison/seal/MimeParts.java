package org.liaison.seal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.liaison.message.Bytes;

/// A MIME entity of one level, taken apart within limits: depth, parts, headers, lines. A letter inside a letter stays
/// closed.
record MimeParts(List<Header> headers, List<Part> parts) {

    static final int MOST_PARTS = 101;
    private static final int MOST_HEADERS = 40;
    private static final int LONGEST_LINE = 998;
    private static final int LONGEST_HEADER = 4096;

    private static final MimeConfig LIMITS = new MimeConfig.Builder()
            .setStrictParsing(true)
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxLineLen(LONGEST_LINE)
            .setMaxContentLen(SealReader.MOST_BYTES)
            .build();

    record Header(String name, String value) {}

    record Part(List<Header> headers, Bytes body) {

        String header(String name) {
            return only(headers, name);
        }
    }

    String header(String name) {
        return only(headers, name);
    }

    List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .toList();
    }

    static MimeParts read(Bytes text) throws IOException, MimeException {
        MimeTokenStream tokens = new MimeTokenStream(LIMITS);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(text.stream());
        List<Header> outer = new ArrayList<>();
        List<Header> current = outer;
        List<Part> parts = new ArrayList<>();
        int depth = 0;
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            switch (state) {
                case T_START_MULTIPART -> {
                    if (++depth > 1) throw new MimeException("parts within parts");
                }
                case T_START_BODYPART -> current = new ArrayList<>();
                case T_FIELD -> current.add(header(tokens.getField()));
                case T_BODY -> {
                    if (depth != 1) throw new MimeException("a body that is not in a part");
                    if (parts.size() == MOST_PARTS) throw new MimeException("too many parts");
                    parts.add(new Part(
                            current,
                            Bytes.owned(Base64.getMimeDecoder()
                                    .decode(tokens.getInputStream().readAllBytes()))));
                }
                default -> {}
            }
        }
        return new MimeParts(outer, parts);
    }

    private static Header header(Field field) {
        return new Header(field.getName(), field.getBody());
    }

    private static String only(List<Header> headers, String name) {
        List<Header> found =
                headers.stream().filter(header -> header.name().equals(name)).toList();
        if (found.size() != 1) throw new IllegalArgumentException("not exactly one header " + name);
        return found.getFirst().value();
    }
}
