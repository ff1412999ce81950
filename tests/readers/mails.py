"""Verifies the signatures of the mails in a folder, with dkimpy.

Each `KEY-N.eml` was signed with the key whose TXT record is in `KEY.record.txt`. Every mail must verify,
and must not once its subject, its body or the way to leave its list was altered. Prints one line for
each mail, `ok` or `FAILED`.

usage: mails.py FOLDER
"""

import sys
from pathlib import Path

import dkim

ALTERATIONS = [(b"Subject: ", b"Subject: Re: "), (b"\r\n\r\n", b"\r\n\r\nx"), (b"/quitter>", b"/rester>")]


def verifies(mail, record):
    return dkim.verify(mail, dnsfunc=lambda name, timeout=5: record)


def check(path):
    record = (path.parent / f"{path.name.rsplit('-', 1)[0]}.record.txt").read_bytes()
    mail = path.read_bytes()
    assert verifies(mail, record), "the signature does not hold"
    for old, new in ALTERATIONS:
        altered = mail.replace(old, new, 1)
        assert altered == mail or not verifies(altered, record), f"still verifies with {new!r}"


def main(folder):
    failed = 0
    for path in sorted(Path(folder).glob("*.eml")):
        try:
            check(path)
            print(f"ok {path.name} dkimpy")
        except Exception as error:  # whatever the library finds
            failed += 1
            print(f"FAILED {path.name} dkimpy: {error}")
    return failed


sys.exit(1 if main(sys.argv[1]) else 0)
