package org.liaison.auditlog.check;

import java.util.List;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Another way up from the leaf that a receipt opens: to the root of a tree that witnesses
/// cosigned, which is mostly larger than the receipt's.
public record CosignedPath(long treeSize, List<Digest> path, Bytes checkpoint) {

    private static final int LONGEST = 64;

    public CosignedPath {
        path = List.copyOf(path);
        if (treeSize < 1) throw new IllegalArgumentException("a tree that holds an entry is not empty");
        if (path.size() > LONGEST) throw new IllegalArgumentException("a path has at most " + LONGEST + " steps");
    }

    public void write(ObjectNode json) {
        json.put("treeSize", treeSize);
        ArrayNode steps = json.putArray("path");
        path.forEach(node -> steps.add(node.value().toBase64()));
        json.put("checkpoint", checkpoint.utf8());
    }

    public static CosignedPath of(StrictJson json) {
        CosignedPath path = new CosignedPath(
                json.number("treeSize"),
                json.listAs("path", node -> new Digest(Bytes.ofBase64(node))),
                Bytes.ofUtf8(json.text("checkpoint")));
        json.nothingElse();
        return path;
    }
}
