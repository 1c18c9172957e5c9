"""Opens connections that only hold on, and measures commands beside them: hostile.py URL PASSWORD COMMANDS CONNECTIONS

A third of the connections says nothing, a third sends a body a byte a second, a third asks for a position that is not
reached. Whatever is closed is opened again. Only for a server on this machine that holds nothing of value.
"""
import base64
import http.client
import json
import socket
import statistics
import sys
import threading
import time
import urllib.parse
import uuid

MOST_CONNECTIONS = 1500


class Hostile:
    def __init__(self, host, port, authorization, head):
        self.address = (host, port)
        body = (
            "POST /api/organizations HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n"
            "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{" % authorization
        )
        waiting = "GET /api/public/halls?timeout=60s&minPosition=%d HTTP/1.1\r\nHost: localhost\r\n\r\n" % (head + 900)
        self.kinds = [("idle", b""), ("trickling", body.encode()), ("waiting", waiting.encode())]
        self.open = []
        self.running = True

    def begin(self, count):
        for number in range(count):
            self.open.append(self.connected(self.kinds[number % len(self.kinds)]))
        threading.Thread(target=self.hold, daemon=True).start()

    def connected(self, kind):
        connection = socket.create_connection(self.address, timeout=10)
        connection.setblocking(False)
        connection.send(kind[1]) if kind[1] else None
        return kind, connection

    def hold(self):
        while self.running:
            for number, (kind, connection) in enumerate(self.open):
                if not self.is_held(kind, connection):
                    connection.close()
                    try:
                        self.open[number] = self.connected(kind)
                    except OSError:
                        pass
            time.sleep(1)

    @staticmethod
    def is_held(kind, connection):
        try:
            if kind[0] == "trickling":
                connection.send(b" ")
            return kind[0] == "waiting" or connection.recv(4096) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False


def asked(host, port, method, path, authorization, body=None):
    connection = http.client.HTTPConnection(host, port, timeout=60)
    headers = {"Authorization": authorization, "Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, text


def main():
    url, password, commands, connections = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    host, port = urllib.parse.urlsplit(url).hostname, urllib.parse.urlsplit(url).port
    if host not in ("localhost", "127.0.0.1") or connections > MOST_CONNECTIONS:
        sys.exit("only for this machine, and for %d connections at most" % MOST_CONNECTIONS)
    authorization = "Basic " + base64.b64encode(("admin:" + password).encode()).decode()
    asked(host, port, "POST", "/api/organizations", authorization,
          json.dumps({"organizationId": "org-320623", "name": "county", "kind": "COUNTY_OFFICE"}))
    head = json.loads(asked(host, port, "GET", "/api/operations/read-models", authorization)[1])["head"]
    hostile = Hostile(host, port, authorization, head)
    hostile.begin(connections)
    time.sleep(5 if connections else 0)
    took, refused = [], 0
    for number in range(commands):
        organization = "org-320623%03d" % (number % 900 + 100)
        began = time.perf_counter()
        status, _ = asked(host, port, "POST", "/api/organizations", authorization, json.dumps(
            {"organizationId": organization, "parent": "org-320623", "name": "hall", "kind": "TOWN_CENTRE"}))
        took.append((time.perf_counter() - began) * 1000)
        refused += status not in (201, 409)
        time.sleep(0.05)
    took.sort()
    print("| %d | %d | %.0f | %.0f | %.0f | %d |" % (
        connections, commands, statistics.median(took), took[int(len(took) * 0.99) - 1], took[-1], refused))


main()
