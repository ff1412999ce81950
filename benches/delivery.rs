//! `cargo bench --bench delivery`: how many copies of mailings a second leave for a mail server of this machine,
//! signed with an Ed25519 key, over four connections. Targets: 2,000 a second, and the same memory for 100,000 as
//! for 10,000. The mail server, in the same process, only reads and acknowledges; its work is in the figure.
//!
//! `BENCH_PG_URL` names an empty PostgreSQL database to measure as well.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use chrono::Utc;
use vigie::actions::{NewNetwork, found_network};
use vigie::app::App;
use vigie::clock::Clock;
use vigie::config::Config;
use vigie::db::{self, DatabaseUrl, Db};
use vigie::i18n::Locale;
use vigie::jobs::Delivery;
use vigie::mail::{Copy, Fill, MailUrl, Mailing, MailingList, Signer, mark};
use vigie::store::mailings::{self, NewCopy};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const PER_SECOND: f64 = 2_000.0;
const CONNECTIONS: usize = 4;
/// How much the memory of the larger run may exceed that of the smaller, in MB.
const MEMORY_MB: f64 = 8.0;
/// Different mailings in a run, each of about 12 kB.
const MAILINGS: usize = 20;

fn main() -> Result<()> {
    let mut missed = 0;
    println!("{:<28} {:>10} {:>14} {:>14}", "", "copies", "a second", "memory, MB");
    let folder = tempfile::tempdir_in(".")?;
    let mut before = None;
    for people in [10_000, 100_000] {
        let url = DatabaseUrl::sqlite_file(&folder.path().join(format!("{people}.sqlite")));
        let memory = measure("SQLite", &url, people, &mut missed)?;
        if before.is_some_and(|before| memory > before + MEMORY_MB) {
            println!("memory grows with the number of copies  MISSED");
            missed += 1;
        }
        before = Some(memory);
    }
    if let Ok(url) = std::env::var("BENCH_PG_URL") {
        measure("PostgreSQL", &DatabaseUrl::parse(&url)?, 10_000, &mut missed)?;
    }
    if missed > 0 {
        bail!("{missed} below target");
    }
    Ok(())
}

fn measure(name: &str, url: &DatabaseUrl, people: usize, missed: &mut usize) -> Result<f64> {
    let db = db::open(url, 4)?;
    fill(&db, people)?;
    let sink = Sink::start()?;
    let mut config = Config::for_database(url.clone());
    config.mail_url = MailUrl::parse(&sink.url);
    config.mail_connections = CONNECTIONS;
    let app = App::new(config, db, Clock::System)?.signing(Some(signer()?));
    let started = Instant::now();
    let sent = Delivery::new(app, "https://vigie.example").round(&|| true)?;
    let rate = sent as f64 / started.elapsed().as_secs_f64();
    if sent != people || sink.taken.load(Ordering::Relaxed) != people {
        bail!("{sent} copies of {people} were sent");
    }
    let met = rate >= PER_SECOND;
    *missed += usize::from(!met);
    let memory = resident_mb();
    println!("{name:<28} {people:>10} {rate:>14.0} {memory:>14.1}{}", if met { "" } else { "  MISSED" });
    Ok(memory)
}

fn signer() -> Result<Signer> {
    let pem = include_bytes!("../tests/support/dkim-ed25519.pem");
    Ok(Signer::of_pem(pem, "essai", Some("vigie.example"))?)
}

/// A network, some mailings, and a copy for each of so many people.
fn fill(db: &Db, people: usize) -> Result<()> {
    let now = Utc::now();
    let new = NewNetwork { name: "Réseau", territory: None, host: "vigie.example", demo: false };
    db.write_now(|tx| found_network(tx, &new, now))?;
    let ids = (0..MAILINGS)
        .map(|n| db.write_now(|tx| mailings::insert(tx, &mailing(n), now)))
        .collect::<Result<Vec<_>, _>>()?;
    let addresses: Vec<String> = (0..people).map(|n| format!("membre{n}@exemple.fr")).collect();
    for (nth, some) in addresses.chunks(500).enumerate() {
        let mailing = *ids.get(nth % MAILINGS).context("a mailing")?;
        let words: Vec<_> = some.iter().map(|address| own(address)).collect();
        let copies: Vec<_> = some.iter().zip(&words).map(|(to, copy)| new_copy(mailing, to, copy)).collect();
        db.write_now(|tx| mailings::enqueue(tx, &copies, now))?;
    }
    Ok(())
}

fn mailing(n: usize) -> Mailing {
    let dates = |form: fn(usize) -> String| (0..30).map(form).collect::<String>();
    let text = dates(|n| format!("- jeudi à 18 h 30 : Atelier couture, rendez-vous {n}, à Crest\n"));
    let html = dates(|n| {
        format!(
            "<tr><td style=\"padding:0 0 16px;\"><a href=\"https://vigie.example/evenements/atelier-{n}\">Atelier couture, rendez-vous {n}</a><br>jeudi à 18 h 30, à Crest : apportez vos aiguilles et votre bonne humeur</td></tr>\n"
        )
    });
    Mailing {
        list: MailingList::Digest,
        locale: Locale::Fr,
        subject: format!("Votre semaine, version {n}"),
        text: format!("Bonjour {},\n\n{text}", mark("name")),
        html: format!("<p>Bonjour {},</p><table>{html}</table>", mark("name")),
    }
}

fn own(address: &str) -> Copy {
    let name = Fill { text: address.to_owned(), html: address.to_owned() };
    let leave = "/lettre/0123456789abcdefghijklmnopqrstuv/quitter".to_owned();
    Copy { fills: [("name".to_owned(), name)].into(), leave, ..Copy::default() }
}

fn new_copy<'a>(mailing: i64, recipient: &'a str, copy: &'a Copy) -> NewCopy<'a> {
    NewCopy {
        mailing,
        list: MailingList::Digest,
        once_key: format!("bench/{recipient}"),
        recipient,
        recipient_name: "",
        locale: Locale::Fr,
        member: None,
        copy,
    }
}

/// A mail server that takes everything and keeps nothing.
struct Sink {
    url: String,
    taken: Arc<AtomicUsize>,
}

impl Sink {
    fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("smtp://{}", listener.local_addr()?);
        let taken = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&taken);
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let counted = Arc::clone(&counted);
                std::thread::spawn(move || hold(&client, &counted));
            }
        });
        Ok(Self { url, taken })
    }
}

fn hold(client: &TcpStream, taken: &AtomicUsize) -> std::io::Result<()> {
    client.set_nodelay(true)?;
    let (mut input, mut output) = (BufReader::with_capacity(64 << 10, client), client);
    output.write_all(b"220 sink\r\n")?;
    let (mut line, mut in_letter) = (Vec::new(), false);
    while input.read_until(b'\n', &mut line)? > 0 {
        let answer: &[u8] = match line.as_slice() {
            b".\r\n" if in_letter => {
                in_letter = false;
                taken.fetch_add(1, Ordering::Relaxed);
                b"250 taken\r\n"
            }
            _ if in_letter => b"",
            command if command.starts_with(b"EHLO") => b"250-sink\r\n250 PIPELINING\r\n",
            b"DATA\r\n" => {
                in_letter = true;
                b"354 go on\r\n"
            }
            b"QUIT\r\n" => b"221 bye\r\n",
            _ => b"250 ok\r\n",
        };
        output.write_all(answer)?;
        line.clear();
    }
    Ok(())
}

/// Memory of this process.
fn resident_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or_default() / 1_024.0
}
