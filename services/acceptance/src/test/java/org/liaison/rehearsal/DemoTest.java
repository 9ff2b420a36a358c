package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    private static final int SCENES =
            Script.ACTS.stream().mapToInt(act -> act.scenes().size()).sum();
    private static final Pattern LAST_LINE = Pattern.compile(
            "demo: (\\d+) messages sent, (\\d+) handed over, (\\d+) evidence verified, 0 lost, log size (\\d+) verified");

    @TempDir
    private Path folder;

    @Test
    void the_demo_plays_twice_on_one_folder_and_ends_with_its_line() throws IOException {
        LogFile.to(folder.resolve("demo.log"));
        Path state = folder.resolve("state of the demo");

        long first = logSize(play(state, OneMachine::start));
        byte[] root = Files.readAllBytes(state.resolve("pki/trust/roots/root.pem"));
        long second = logSize(play(state, OneMachine::start));

        assertThat(second).isGreaterThanOrEqualTo(first + 3L * SCENES);
        assertThat(state.resolve("pki/trust/roots/root.pem")).hasBinaryContent(root);
        for (String secret : new String[] {"client.json", "gateway-xa/token", "hub/keys/evidence.p12"})
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve(secret))))
                    .isEqualTo("rw-------");
    }

    @Test
    void two_demos_do_not_share_a_folder() throws IOException {
        Path lock = new DemoFolder(folder).lock();
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            assertThatThrownBy(() -> play(folder, OneMachine::start))
                    .isInstanceOf(DemoFailed.class)
                    .hasMessageContaining("is running in");
        }
    }

    private static String play(Path state, Function<DemoFolder, Programs> start) {
        StringWriter out = new StringWriter();
        Demo.run(state, true, start, new PrintWriter(out));
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 120);
        return out.toString().lines().reduce((_, last) -> last).orElse("");
    }

    private static long logSize(String lastLine) {
        Matcher line = LAST_LINE.matcher(lastLine);
        assertThat(lastLine).matches(LAST_LINE);
        assertThat(line.matches()).isTrue();
        assertThat(Integer.parseInt(line.group(1))).isEqualTo(SCENES);
        assertThat(Integer.parseInt(line.group(2))).isEqualTo(SCENES);
        assertThat(Integer.parseInt(line.group(3))).isEqualTo(3 * SCENES);
        return Long.parseLong(line.group(4));
    }
}
