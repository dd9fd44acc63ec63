#!/usr/bin/env python3
"""Makes a WARC of web pages out of records: each text within the menus, teasers, style and scripts of a site.

    sito-read archive/ | python3 tests/bench/wrap_html.py pages.warc.gz [SITES]

A page is some 75 KB more than its text. The same records make the same bytes; of SITES there are 200 by default.
"""
import functools
import gzip
import html
import json
import random
import sys

WORDS = "новини політика економіка спорт культура наука погода відео фото регіони світ суспільство думки архів".split()


def rules(rng):
    return "\n".join(f".c{n}{{margin:{rng.randint(0, 40)}px;padding:{rng.randint(0, 40)}px;"
                     f"color:#{rng.getrandbits(24):06x}}}" for n in range(300))


def script(rng):
    return "\n".join(f"window.q=window.q||[];q.push(['event',{rng.random()},'{rng.getrandbits(128):x}',"
                     f"function(a,b){{return a<b&&b>{rng.randint(0, 99)}}}]);" for _ in range(150))


def menu(rng):
    return "".join(f'<li class="menu-item menu-item-{n}"><a href="/{rng.getrandbits(32):x}/{n}" title="{word}">'
                   f"{word.title()} {rng.choice(WORDS)}</a></li>" for n, word in enumerate(WORDS * 4))


def teaser(rng):
    title = " ".join(rng.choices(WORDS, k=8))
    return (f'<li><a href="/x/{rng.getrandbits(40):x}"><img src="/i/{rng.getrandbits(40):x}.jpg" width="80">'
            f"<span>{title}</span></a><time>{rng.randint(0, 23):02}:{rng.randint(0, 59):02}</time></li>")


@functools.cache
def furniture(site):
    rng = random.Random(site)
    teasers = "".join(f"<h4>{rng.choice(WORDS).title()}</h4><ul>{''.join(teaser(rng) for _ in range(12))}</ul>"
                      for _ in range(6))
    return rules(rng), script(rng), menu(rng), teasers


def page(text, site):
    style, code, items, teasers = furniture(site)
    lines = [html.escape(line) for line in text.split("\n") if line.strip()] or [""]
    body = "\n".join(f'<p class="article">{line}</p>' for line in lines[1:])
    return (f'<!DOCTYPE html><html lang="uk"><head><meta charset="utf-8"><title>{lines[0]}</title><style>{style}'
            f"</style><script>{code}</script></head><body><header><nav><ul>{items}</ul></nav></header><main>"
            f"<article><h1>{lines[0]}</h1>{body}</article></main><aside>{teasers}</aside>"
            f"<footer>© {site}</footer><script>{code}</script></body></html>").encode()


def record(number, site, body):
    answer = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)) + body
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Target-URI: https://{site}/{number}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n")
    return gzip.compress(head.encode() + answer + b"\r\n\r\n", compresslevel=6, mtime=0)


def main():
    sites = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    rng = random.Random(1)
    with open(sys.argv[1], "wb") as warc:
        for number, line in enumerate(sys.stdin.buffer):
            site = f"site{rng.randrange(sites)}.example"
            warc.write(record(number, site, page(json.loads(line)["text"], site)))


if __name__ == "__main__":
    main()
