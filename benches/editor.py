"""How long an editor waits for `hieucan lsp`.

    python benches/editor.py HIEUCAN CELL [ROUNDS]

Opens a log of the cell, then ROUNDS times (200) changes a letter and waits for what is published, and asks for a
completion and a hover. Tells the median, the 95th percentile and the longest of each, in milliseconds.
"""

import json
import pathlib
import subprocess
import sys
import time


class Server:
    def __init__(self, program, root):
        self.process = subprocess.Popen(
            [program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
        )
        self.asked = 0

    def send(self, message):
        text = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(text) + text)
        self.process.stdin.flush()

    def tell(self, method, parameters):
        self.send({"jsonrpc": "2.0", "method": method, "params": parameters})

    def read(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            length = int(line.split(b": ")[1])
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, parameters):
        self.asked += 1
        self.send({"jsonrpc": "2.0", "id": self.asked, "method": method, "params": parameters})
        while (message := self.read()).get("id") != self.asked:
            pass
        return message["result"]

    def published(self, uri):
        while True:
            message = self.read()
            if message.get("method", "").endswith("publishDiagnostics") and message["params"]["uri"] == uri:
                return message["params"]["diagnostics"]


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    path = sorted(path for path in (root / "records").rglob("*.md") if path.name.count(".") == 1)[0]
    text, uri = path.read_text(), path.as_uri()
    server = Server(program, root)
    server.ask("initialize", {"capabilities": {}})
    begun = time.perf_counter()
    document = {"uri": uri, "languageId": "markdown", "version": 0, "text": text}
    server.tell("textDocument/didOpen", {"textDocument": document})
    server.published(uri)
    print(f"open: {1000 * (time.perf_counter() - begun):.1f} ms")
    # Git's answer comes beside; it would be taken for the first change's.
    time.sleep(2)
    line = next(number for number, line in enumerate(text.splitlines()) if line.startswith("criteria"))
    place = {"textDocument": {"uri": uri}, "position": {"line": line + 1, "character": 4}}
    times = {"change to problems": [], "completion": [], "hover": []}
    for round in range(rounds):
        changed = text.replace("---\n", f"---\nkey{round}: x\n", 1)
        begun = time.perf_counter()
        change = {"textDocument": {"uri": uri, "version": round + 1}, "contentChanges": [{"text": changed}]}
        server.tell("textDocument/didChange", change)
        server.published(uri)
        times["change to problems"].append(time.perf_counter() - begun)
        for method in ["completion", "hover"]:
            begun = time.perf_counter()
            server.ask(f"textDocument/{method}", place)
            times[method].append(time.perf_counter() - begun)
    for what, taken in times.items():
        taken.sort()
        middle, most = taken[len(taken) // 2], taken[len(taken) * 95 // 100]
        print(f"{what}: median {1000 * middle:.1f} ms, 95 % {1000 * most:.1f} ms, longest {1000 * taken[-1]:.1f} ms")
    server.ask("shutdown", None)
    server.tell("exit", None)


if __name__ == "__main__":
    main()
