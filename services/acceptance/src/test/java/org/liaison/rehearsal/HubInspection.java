package org.liaison.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Everything that somebody who owns the hub's machine can look into: its files, its tables, its memory, its keys.
final class HubInspection {

    private static final int CHUNK = 1 << 20;

    private final DemoFolder folder;
    private final Path dump;
    private final List<String> histogram;

    private HubInspection(DemoFolder folder, Path dump, List<String> histogram) {
        this.folder = folder;
        this.dump = dump;
        this.histogram = histogram;
    }

    /// Takes the memory of the running hub down; the files are looked at later.
    static HubInspection of(Stage stage) throws IOException, InterruptedException {
        String pid = Long.toString(stage.programs().pid("hub"));
        Path dump = stage.folder().root().resolve("hub.hprof");
        List<String> histogram = jcmd(pid, "GC.class_histogram", "-all");
        jcmd(pid, "GC.heap_dump", "-all", dump.toString());
        return new HubInspection(stage.folder(), dump, histogram);
    }

    /// Where the text stands: in the clear, in UTF-16, or in base64 at any of its three offsets.
    List<String> placesOf(String text) throws Exception {
        List<String> places = new ArrayList<>();
        List<byte[]> forms = forms(text);
        List<Path> files = new ArrayList<>(List.of(dump, folder.logs().resolve("hub.log")));
        try (Stream<Path> all = Files.walk(folder.hub())) {
            all.filter(Files::isRegularFile).filter(Files::isReadable).forEach(files::add);
        }
        for (Path file : files) if (contains(file, forms)) places.add(file.toString());
        // Tables too, because their files may be compressed.
        for (byte[] value : tableValues())
            for (byte[] form : forms)
                if (indexOf(value, value.length, form) >= 0) places.add("a table of the database");
        return places;
    }

    Set<String> keyAliases() throws Exception {
        Set<String> aliases = new TreeSet<>();
        try (Stream<Path> keys = Files.list(folder.hub().resolve("keys"))) {
            for (Path p12 :
                    keys.filter(file -> file.toString().endsWith(".p12")).toList()) {
                Path password = Path.of(p12.toString().replace(".p12", ".password"));
                KeyStore store =
                        KeyStore.getInstance("PKCS12", new org.bouncycastle.jce.provider.BouncyCastleProvider());
                try (InputStream in = Files.newInputStream(p12)) {
                    store.load(in, Files.readString(password).strip().toCharArray());
                }
                aliases.addAll(Collections.list(store.aliases()).stream()
                        .filter(alias -> keyIn(store, alias))
                        .toList());
            }
        }
        return aliases;
    }

    List<String> classesWithInstances() {
        return histogram;
    }

    private static boolean keyIn(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (java.security.KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<byte[]> tableValues() throws Exception {
        List<byte[]> values = new ArrayList<>();
        Path data;
        try (Stream<Path> all = Files.walk(folder.hub())) {
            data = all.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> postmaster = Files.readAllLines(data);
        Path passwordFile;
        try (Stream<Path> all = Files.walk(folder.hub().resolve("data"))) {
            passwordFile = all.filter(file -> file.toString().endsWith("password"))
                    .findFirst()
                    .orElseThrow();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/postgres";
        try (Connection connection = DriverManager.getConnection(
                url, "liaison", Files.readString(passwordFile).strip())) {
            for (String table : tables(connection))
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("select * from " + table)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next())
                        for (int i = 1; i <= columns; i++) {
                            Object value = rows.getObject(i);
                            if (value instanceof byte[] bytes) values.add(bytes);
                            else if (value != null) values.add(value.toString().getBytes(StandardCharsets.UTF_8));
                        }
                }
        }
        return values;
    }

    private static List<String> tables(Connection connection) throws Exception {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) tables.add(found.getString("TABLE_SCHEM") + "." + found.getString("TABLE_NAME"));
        }
        if (tables.isEmpty())
            throw new IllegalStateException("the hub's database has no tables: looked at the wrong one?");
        return tables;
    }

    private static List<byte[]> forms(String text) {
        List<byte[]> forms = new ArrayList<>();
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        forms.add(ascii);
        forms.add(text.getBytes(StandardCharsets.UTF_16LE));
        forms.add(text.getBytes(StandardCharsets.UTF_16BE));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[ascii.length - shift];
            System.arraycopy(ascii, shift, shifted, 0, shifted.length);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            forms.add(base64.substring(0, shifted.length / 3 * 4).getBytes(StandardCharsets.US_ASCII));
        }
        return forms;
    }

    private static boolean contains(Path file, List<byte[]> forms) throws IOException {
        int overlap = forms.stream().mapToInt(form -> form.length).max().orElse(1);
        byte[] window = new byte[CHUNK + overlap];
        try (InputStream in = Files.newInputStream(file)) {
            int kept = 0;
            for (int read = in.readNBytes(window, kept, CHUNK); read > 0; read = in.readNBytes(window, kept, CHUNK)) {
                int filled = kept + read;
                for (byte[] form : forms) if (indexOf(window, filled, form) >= 0) return true;
                kept = Math.min(overlap, filled);
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
        }
        return false;
    }

    private static int indexOf(byte[] in, int length, byte[] what) {
        for (int i = 0; i <= length - what.length; i++) {
            if (in[i] != what[0] || in[i + what.length - 1] != what[what.length - 1]) continue;
            int matched = 1;
            while (matched < what.length && in[i + matched] == what[matched]) matched++;
            if (matched == what.length) return i;
        }
        return -1;
    }

    private static List<String> jcmd(String pid, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        line.add(pid);
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        List<String> output = process.inputReader().lines().toList();
        if (process.waitFor() != 0) throw new IllegalStateException(String.join("\n", output));
        return output;
    }
}
