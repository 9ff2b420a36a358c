package org.liaison.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.message.AuthorityCode;
import org.liaison.rehearsal.client.ClientFile;
import org.liaison.rehearsal.client.ClientFile.Site;
import org.liaison.rehearsal.client.GatewayUnreachable;
import org.liaison.rehearsal.client.Token;
import picocli.CommandLine.Option;

/// Where the gateways are and who asks. In this order: the options, `--dir`, the environment, the demo in its usual
/// place, the file in the user's configuration folder.
final class Connection {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The gateway's address. Else LIAISON_URL, else from --dir.")
    private @Nullable URI url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File that holds the gateway's token. Else LIAISON_TOKEN.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The token itself (others on this machine may see it in the list of processes).")
    private @Nullable String token;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder of a demo, whose client.json names gateways and tokens.")
    private @Nullable Path dir;

    @Option(
            names = "--as",
            paramLabel = "AUTHORITY",
            description = "The authority at whose desk you sit, for example xc.social.welfare.")
    private @Nullable AuthorityCode authority;

    private final Map<String, String> environment = System.getenv();

    Optional<AuthorityCode> authority() {
        return Optional.ofNullable(authority);
    }

    AuthorityCode requiredAuthority() {
        return authority().orElseThrow(() -> new UsageError("Say at whose desk you sit: --as AUTHORITY"));
    }

    /// Whether a gateway was named in so many words.
    boolean namesGateway() {
        return url != null;
    }

    @Nullable
    Path dir() {
        return dir;
    }

    /// `?as=` and what follows, where somebody said at whose desk they sit.
    String query() {
        return authority().map(code -> "?as=" + code).orElse("");
    }

    /// The gateways to ask: the one that serves `--as`, or all that are known.
    List<Site> sites() {
        List<Site> known = known().sites();
        List<Site> serving = authority()
                .map(code -> known.stream().filter(site -> site.serves(code)).toList())
                .orElse(known);
        if (serving.isEmpty())
            throw new GatewayUnreachable("None of the gateways known here serves " + authority + ". Known are: "
                    + String.join(", ", known.stream().map(Site::gateway).toList()));
        return serving;
    }

    private ClientFile known() {
        if (url != null) return new ClientFile(List.of(new Site("gateway", url, givenToken(), List.of())));
        if (dir != null) return read(dir.resolve(ClientFile.NAME));
        String fromEnvironment = environment.get("LIAISON_URL");
        if (fromEnvironment != null)
            return new ClientFile(List.of(new Site("gateway", URI.create(fromEnvironment), givenToken(), List.of())));
        for (Path file : List.of(Folders.demo().resolve(ClientFile.NAME), Folders.configuration(ClientFile.NAME)))
            if (Files.exists(file)) return read(file);
        throw new GatewayUnreachable("No gateway is known here. Name one with --url and --token-file, with LIAISON_URL"
                + " and LIAISON_TOKEN, or with --dir; `liaison demo` starts some to try.");
    }

    private Token givenToken() {
        if (token != null) return new Token(token);
        if (tokenFile != null) {
            try {
                return new Token(Files.readString(tokenFile).strip());
            } catch (IOException e) {
                throw new UsageError("The file with the token cannot be read: " + tokenFile);
            }
        }
        String fromEnvironment = environment.get("LIAISON_TOKEN");
        if (fromEnvironment == null)
            throw new UsageError("The gateway asks for a token: --token-file FILE or LIAISON_TOKEN");
        return new Token(fromEnvironment);
    }

    private static ClientFile read(Path file) {
        try {
            return ClientFile.read(file);
        } catch (IOException e) {
            throw new GatewayUnreachable(
                    "There is no " + file + " to read; `liaison demo --dir " + file.getParent() + "` makes one.");
        } catch (IllegalArgumentException e) {
            throw new GatewayUnreachable(file + " is not a list of gateways as `liaison demo` writes it.");
        }
    }
}
