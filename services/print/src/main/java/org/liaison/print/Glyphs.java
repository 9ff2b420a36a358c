package org.liaison.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// Which characters the paper can show. Any other becomes its Unicode number in brackets, so that nothing vanishes; so
/// do marks that would turn round the order of what stands beside them.
final class Glyphs {

    static final List<Typeface> TYPEFACES = List.of(
            new Typeface("Noto Sans", "NotoSans-Regular.ttf", 400),
            new Typeface("Noto Sans", "NotoSans-Bold.ttf", 700),
            new Typeface("Noto Sans Arabic", "NotoSansArabic-Regular.ttf", 400),
            new Typeface("Noto Sans Arabic", "NotoSansArabic-Bold.ttf", 700),
            new Typeface("Droid Sans Fallback", "DroidSansFallbackFull.ttf", 400));

    private static final BitSet COVERED = covered();

    private boolean missed;

    /// A font file and how the style sheet calls it.
    record Typeface(String family, String file, int weight) {

        InputStream open() {
            InputStream in = Glyphs.class.getResourceAsStream("fonts/" + file);
            if (in == null) throw new IllegalStateException("the program was built without the font " + file);
            return in;
        }
    }

    /// The text as it can be printed.
    String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') out.appendCodePoint(c);
            else if (c == '\r') return;
            else if (COVERED.get(c) && !steers(c)) out.appendCodePoint(c);
            else {
                missed = true;
                out.append("[U+").append("%04X".formatted(c)).append(']');
            }
        });
        return out.toString();
    }

    /// Whether some character could not be printed as it is.
    boolean missed() {
        return missed;
    }

    /// Embeddings, overrides and isolates could make one name read as another.
    private static boolean steers(int c) {
        return Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static BitSet covered() {
        BitSet all = new BitSet();
        for (Typeface typeface : TYPEFACES) {
            try (InputStream in = typeface.open();
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                CmapLookup glyphs = font.getUnicodeCmapLookup();
                for (int c = ' '; c <= Character.MAX_CODE_POINT; c++) if (glyphs.getGlyphId(c) != 0) all.set(c);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
