package org.liaison.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Bytes;
import org.liaison.rehearsal.client.GatewayUnreachable;
import org.liaison.rehearsal.client.Token;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The console's door for programs.
final class ConsoleDoor {

    private static final String ENVIRONMENT = "LIAISON_OPS_TOKEN_FILE";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int REFUSED_FROM = 300;
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final URI console;
    private final Token token;

    private ConsoleDoor(URI console, Token token) {
        this.console = console;
        this.token = token;
    }

    static ConsoleDoor open(URI console, @Nullable Path tokenFile) {
        String host = String.valueOf(console.getHost());
        boolean here = "http".equals(console.getScheme()) && THIS_MACHINE.contains(host);
        if (console.getHost() == null || !(here || "https".equals(console.getScheme())))
            throw new UsageError("--console is https://host, or http://localhost:port on this machine: a token does not"
                    + " travel where others can read it.");
        return new ConsoleDoor(
                console,
                token(Optional.ofNullable(tokenFile)
                        .or(() ->
                                Optional.ofNullable(System.getenv(ENVIRONMENT)).map(Path::of))
                        .orElseThrow(() -> new UsageError("The console asks for a token. Make one on the page of your"
                                + " account there, keep it in a file that only you can read, and name the file with"
                                + " --token-file or " + ENVIRONMENT + "."))));
    }

    private static Token token(Path file) {
        try {
            demandSecrecy(file);
            return new Token(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UsageError("The file with the token cannot be read: " + file);
        } catch (IllegalArgumentException e) {
            throw new UsageError("The file " + file + " holds no token.");
        }
    }

    /// As ssh does with keys: refused where others can read a file of ours. What belongs to somebody else, such as a
    /// secret that a container is given, is not ours to close.
    private static void demandSecrecy(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) return;
        PosixFileAttributes known = Files.readAttributes(file, PosixFileAttributes.class);
        if (!known.owner().getName().equals(System.getProperty("user.name"))) return;
        if (known.permissions().stream().anyMatch(OF_OTHERS::contains))
            throw new UsageError("Others on this machine can read your token in " + file
                    + ", and act in your name. Type: chmod 600 " + file
                    + "\nIf anybody may have read it, revoke it on the page of your account and make another.");
    }

    /// Names and values in turn; what is absent is left out.
    static Map<String, Object> query(@Nullable Object... pairs) {
        Map<String, Object> query = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) query.put(String.valueOf(pairs[i]), value);
        }
        return query;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path, Map<String, Object> query) {
        List<String> pairs = new ArrayList<>();
        query.forEach((name, value) -> {
            if (value instanceof List<?> many) many.forEach(one -> pairs.add(name + "=" + encoded(one.toString())));
            else pairs.add(name + "=" + encoded(value.toString()));
        });
        return json(ask(request(path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs)))
                .GET()));
    }

    JsonNode post(String path, Map<String, Object> asked) {
        return json(ask(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(asked)))));
    }

    /// What is no JSON.
    Bytes fetch(String path) {
        return ask(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(console.resolve("/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.value());
    }

    private Bytes ask(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Bytes body = Bytes.owned(response.body());
            if (response.statusCode() < REFUSED_FROM) return body;
            throw new Failed(json(body)
                    .path("detail")
                    .asString("The console refused with status " + response.statusCode() + "."));
        } catch (IOException e) {
            throw new GatewayUnreachable("The console does not answer at " + console + ". Is it running?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayUnreachable("Broken off.");
        }
    }

    private JsonNode json(Bytes body) {
        try {
            return JsonMapper.shared().readTree(body.toArray());
        } catch (JacksonException e) {
            throw new Failed("What answers at " + console + " is not a console.");
        }
    }
}
