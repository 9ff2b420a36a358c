package org.liaison.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// A compose file, read as data.
record Composition(Map<String, Object> root) {

    /// What is mounted where: `source` is a file or folder beside the compose file, or the name of a volume.
    record Mount(String source, String target, boolean readOnly) {

        boolean isVolume() {
            return !source.startsWith(".") && !source.startsWith("/");
        }

        boolean holds(String path) {
            return path.equals(target) || path.startsWith(target + "/");
        }
    }

    /// `host` is empty where the port is open on every interface.
    record Port(String host, int outside, int inside) {}

    record Service(String name, Map<String, Object> keys) {

        List<Mount> mounts() {
            return texts("volumes").stream().map(Service::mount).toList();
        }

        List<Port> ports() {
            return texts("ports").stream().map(Service::port).toList();
        }

        List<String> texts(String key) {
            return keys.get(key) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        String text(String key) {
            return String.valueOf(keys.get(key));
        }

        Map<String, Object> map(String key) {
            return Composition.map(keys.get(key));
        }

        Optional<String> dockerfile() {
            return Optional.ofNullable((String) map("build").get("dockerfile"));
        }

        private static Mount mount(String text) {
            String[] parts = text.split(":");
            return new Mount(parts[0], parts[1], parts.length > 2 && parts[2].equals("ro"));
        }

        private static Port port(String text) {
            String[] parts = text.split(":");
            return parts.length == 3
                    ? new Port(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                    : new Port("", Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    static Composition read(String yaml) {
        return new Composition(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml)));
    }

    List<Service> services() {
        List<Service> services = new ArrayList<>();
        map(root.get("services")).forEach((name, keys) -> services.add(new Service(name, map(keys))));
        return services;
    }

    Optional<Service> service(String name) {
        return services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst();
    }

    Set<String> names(String key) {
        return map(root.get(key)).keySet();
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> raw) raw.forEach((key, inner) -> map.put(String.valueOf(key), inner));
        return map;
    }
}
