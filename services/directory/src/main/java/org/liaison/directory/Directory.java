package org.liaison.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.GatewayCode;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// All authorities that exist for this network, sorted by code.
///
/// A signing certificate belongs to one authority: were it listed under two, one could speak as the other.
public record Directory(long number, Instant issued, Instant expires, List<Authority> authorities) implements Snapshot {

    static final String WHAT = "directory";

    public Directory {
        Snapshot.validate(WHAT, number, issued, expires);
        List<Authority> sorted = new ArrayList<>(authorities);
        sorted.sort(Comparator.comparing(Authority::code));
        authorities = List.copyOf(sorted);
        demandOneEntryEach(authorities);
        demandOwnCertificates(authorities);
    }

    public Optional<Authority> authority(AuthorityCode code) {
        int low = 0;
        int high = authorities.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = authorities.get(middle).code().compareTo(code);
            if (order == 0) return Optional.of(authorities.get(middle));
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return Optional.empty();
    }

    /// The authorities that a gateway hosts.
    public List<Authority> at(GatewayCode gateway) {
        return authorities.stream()
                .filter(authority -> authority.gateway().equals(gateway))
                .toList();
    }

    public Set<GatewayCode> gateways() {
        Set<GatewayCode> gateways = new TreeSet<>();
        authorities.forEach(authority -> gateways.add(authority.gateway()));
        return gateways;
    }

    @Override
    public Bytes toJson() {
        ObjectNode json = Snapshot.begin(WHAT, this);
        ArrayNode list = json.putArray("authorities");
        authorities.forEach(authority -> authority.writeTo(list.addObject()));
        return StrictJson.write(json);
    }

    public static Reading<Directory> read(Bytes json) {
        return StrictJson.read(json, WHAT, directory -> {
            Snapshot.demand(WHAT, directory);
            return new Directory(
                    directory.number("number"),
                    directory.as("issued", StrictJson::instant),
                    directory.as("expires", StrictJson::instant),
                    directory.objects("authorities").stream()
                            .map(Authority::read)
                            .toList());
        });
    }

    private static void demandOneEntryEach(List<Authority> authorities) {
        Set<AuthorityCode> seen = new HashSet<>();
        for (Authority authority : authorities)
            if (!seen.add(authority.code()))
                throw new IllegalArgumentException("the directory lists " + authority.code() + " twice");
    }

    private static void demandOwnCertificates(List<Authority> authorities) {
        Map<Digest, AuthorityCode> owners = new HashMap<>();
        for (Authority authority : authorities)
            for (Digest certificate : authority.signingCertificates()) {
                AuthorityCode other = owners.putIfAbsent(certificate, authority.code());
                if (other != null)
                    throw new IllegalArgumentException(
                            "one signing certificate is listed for " + other + " and for " + authority.code());
            }
    }
}
