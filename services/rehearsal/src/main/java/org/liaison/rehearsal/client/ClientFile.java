package org.liaison.rehearsal.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `client.json`: where the gateways are, whose desks they serve, and the tokens they ask for. Who reads this file can
/// act as these authorities, so only its owner may.
public record ClientFile(List<Site> sites) {

    public static final String NAME = "client.json";

    /// A gateway. `hub` is where the log can be read, if known.
    public record Site(String gateway, URI url, Token token, List<AuthorityCode> authorities) {

        public Site {
            authorities = List.copyOf(authorities);
            if (url.getScheme() == null || !url.getScheme().startsWith("http"))
                throw new IllegalArgumentException(
                        "a gateway's address begins with http:// or https://, not '" + url + "'");
        }

        /// A site without a list of authorities leaves the answer to its gateway.
        public boolean serves(AuthorityCode authority) {
            return authorities.isEmpty() || authorities.contains(authority);
        }

        public Desk desk() {
            return new Desk(url, token);
        }
    }

    public ClientFile {
        sites = List.copyOf(sites);
    }

    public Optional<Site> serving(AuthorityCode authority) {
        return sites.stream().filter(site -> site.serves(authority)).findFirst();
    }

    /// Throws [IllegalArgumentException] where the file is not what [#write] writes.
    public static ClientFile read(Path file) throws IOException {
        Bytes content = Bytes.owned(Files.readAllBytes(file));
        try {
            List<Site> sites = new ArrayList<>();
            for (JsonNode site : Json.MAPPER.readTree(content.toArray()).path("gateways")) {
                List<AuthorityCode> authorities = new ArrayList<>();
                for (JsonNode code : site.path("authorities")) authorities.add(AuthorityCode.parse(code.asString()));
                sites.add(new Site(
                        site.path("gateway").asString(),
                        URI.create(site.path("url").asString()),
                        new Token(site.path("token").asString()),
                        authorities));
            }
            return new ClientFile(sites);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    public void write(Path file) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        var gateways = json.putArray("gateways");
        for (Site site : sites) {
            ObjectNode entry = gateways.addObject();
            entry.put("gateway", site.gateway());
            entry.put("url", site.url().toString());
            entry.put("token", site.token().value());
            var codes = entry.putArray("authorities");
            site.authorities().forEach(code -> codes.add(code.toString()));
        }
        try {
            Path draft = file.resolveSibling(NAME + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
