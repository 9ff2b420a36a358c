package org.liaison.seal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An attachment's name as a MIME parameter: RFC 2231 (`filename*=UTF-8''...`), in pieces where a line would get too
/// long. Names are in any script; headers are in ASCII.
final class FileName {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
    private static final int LONGEST_PIECE = 60;
    private static final Pattern PIECE = Pattern.compile("filename\\*(?:\\d+\\*)?=(?:UTF-8'')?([^;\\s]*)");

    private FileName() {}

    static String parameter(String name) {
        List<String> pieces = pieces(name);
        if (pieces.size() == 1) return "; filename*=UTF-8''" + pieces.getFirst();
        StringBuilder parameter = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++)
            parameter
                    .append(";\r\n filename*")
                    .append(i)
                    .append("*=")
                    .append(i == 0 ? "UTF-8''" : "")
                    .append(pieces.get(i));
        return parameter.toString();
    }

    /// Lenient: whoever reads a letter compares it with its one spelling afterwards.
    static String read(String disposition) {
        StringBuilder encoded = new StringBuilder();
        Matcher piece = PIECE.matcher(disposition);
        while (piece.find()) encoded.append(piece.group(1));
        return URLDecoder.decode(encoded.toString().replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static List<String> pieces(String name) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (piece.length() > LONGEST_PIECE - 3) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            if (PLAIN.indexOf(octet) >= 0) piece.append((char) octet);
            else piece.append('%').append("%02X".formatted(octet));
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
