//! A throw-away PostgreSQL cluster: its own folder, a free port, an unprivileged user, gone at the end.

use crate::tools::{capture_line, find_in, install_debian, is_root, run, say, search_path};
use anyhow::{Context, Result, bail};
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const BY_HAND: &str = "PostgreSQL's programs are missing: install the PostgreSQL server (initdb and postgres)";
const READY_WITHIN: Duration = Duration::from_secs(60);

/// A running cluster; dropping it stops it and deletes its files.
pub struct Cluster {
    server: Child,
    folder: PathBuf,
    port: u16,
}

/// Where the programs are: on the path, or in Debian's folder of the newest version.
pub fn programs() -> Result<PathBuf> {
    if let Some(folder) = installed() {
        return Ok(folder);
    }
    install_debian(&["postgresql"], BY_HAND)?;
    installed().context(BY_HAND)
}

fn installed() -> Option<PathBuf> {
    installed_in(&search_path(), Path::new("/usr/lib/postgresql"))
}

fn installed_in(path: &[PathBuf], debian: &Path) -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir(debian)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    versions.sort();
    let folders: Vec<PathBuf> = path.iter().cloned().chain(versions.into_iter().rev().map(|(_, folder)| folder)).collect();
    // A link on the path may stand alone: both programs are looked for beside the real file.
    let initdb = fs::canonicalize(find_in(&["initdb"], &folders)?).ok()?;
    let folder = initdb.parent()?.to_path_buf();
    folder.join("postgres").is_file().then_some(folder)
}

impl Cluster {
    /// Makes and starts one.
    pub fn start() -> Result<Self> {
        let programs = programs()?;
        let user = unprivileged_user()?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let folder = std::env::temp_dir().join(format!("ponte-postgres-{}", std::process::id()));
        say(&format!("starting a throw-away PostgreSQL on port {port}"));
        fs::create_dir_all(&folder)?;
        if let Some(user) = &user {
            run(Command::new("chown").arg(user).arg(&folder))?;
        }
        let data = folder.join("data");
        let mut initdb = as_user(user.as_deref(), &programs.join("initdb"), &folder);
        initdb.arg("--pgdata").arg(&data).args(["--username=ponte", "--auth=trust", "--encoding=UTF8", "--no-sync"]);
        run(initdb.arg(format!("--locale={}", locale())).stdout(Stdio::null()))?;
        let mut postgres = as_user(user.as_deref(), &programs.join("postgres"), &folder);
        postgres.arg("-D").arg(&data).arg("-k").arg(&folder).args(["-h", "127.0.0.1", "-p", &port.to_string()]);
        for setting in ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"] {
            postgres.args(["-c", setting]);
        }
        let log = fs::File::create(folder.with_extension("log"))?;
        let server =
            postgres.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn().context("cannot start postgres")?;
        let mut cluster = Self { server, folder, port };
        cluster.wait_until_ready()?;
        Ok(cluster)
    }

    /// The address that the tests get.
    pub fn url(&self) -> String {
        format!("postgres://ponte@127.0.0.1:{}/postgres", self.port)
    }

    /// The lines of its own file: process id first, state last.
    fn state(&self) -> Vec<String> {
        let file = fs::read_to_string(self.folder.join("data/postmaster.pid")).unwrap_or_default();
        file.lines().map(|line| line.trim().to_owned()).collect()
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let start = Instant::now();
        while self.state().get(7).is_none_or(|state| state != "ready") {
            let over = self.server.try_wait()?.is_some();
            if over || start.elapsed() > READY_WITHIN {
                let log = fs::read_to_string(self.folder.with_extension("log")).unwrap_or_default();
                bail!("PostgreSQL did not start:\n{log}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // The child may be a wrapper that changed the user: the signal goes to the server itself.
        if let Some(id) = self.state().first() {
            let _ = run(Command::new("kill").args(["-QUIT", id]));
        } else {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
        let _ = fs::remove_dir_all(&self.folder);
        let _ = fs::remove_file(self.folder.with_extension("log"));
    }
}

/// PostgreSQL refuses to run as root.
fn unprivileged_user() -> Result<Option<String>> {
    if !is_root() {
        return Ok(None);
    }
    for user in ["postgres", "nobody"] {
        if Command::new("id").arg(user).stdout(Stdio::null()).stderr(Stdio::null()).status()?.success() {
            return Ok(Some(user.to_owned()));
        }
    }
    run(Command::new("useradd").args(["--system", "--no-create-home", "ponte-tests"]))?;
    Ok(Some("ponte-tests".to_owned()))
}

fn as_user(user: Option<&str>, program: &Path, folder: &Path) -> Command {
    let mut command = match user {
        Some(user) => {
            let mut other = Command::new("runuser");
            other.args(["--user", user, "--"]).arg(program);
            other
        }
        None => Command::new(program),
    };
    command.current_dir(folder);
    command
}

/// C.UTF-8 where the system has it, else plain C.
fn locale() -> &'static str {
    let known = capture_line(Command::new("locale").arg("-a")).unwrap_or_default();
    if known.lines().any(|name| matches!(name, "C.UTF-8" | "C.utf8")) { "C.UTF-8" } else { "C" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    /// A folder with both programs, or one of them.
    fn programs_in(folder: PathBuf, names: &[&str]) -> PathBuf {
        fs::create_dir_all(&folder).unwrap();
        for name in names {
            fs::write(folder.join(name), "").unwrap();
        }
        fs::canonicalize(folder).unwrap()
    }

    #[test]
    fn of_debians_folders_the_newest_version_counts() {
        let debian = tempfile::tempdir().unwrap();
        let both = ["initdb", "postgres"];
        for old in ["9", "13"] {
            programs_in(debian.path().join(old).join("bin"), &both);
        }
        let newest = programs_in(debian.path().join("15/bin"), &both);
        fs::create_dir(debian.path().join("common")).unwrap();
        assert_eq!(installed_in(&[], debian.path()), Some(newest));
    }

    #[test]
    fn a_link_on_the_path_leads_to_the_folder_of_both_programs() {
        let there = tempfile::tempdir().unwrap();
        let real = programs_in(there.path().join("real"), &["initdb", "postgres"]);
        let path = programs_in(there.path().join("path"), &[]);
        symlink(real.join("initdb"), path.join("initdb")).unwrap();
        assert_eq!(installed_in(&[path], &there.path().join("none")), Some(real));
    }

    #[test]
    fn one_program_without_the_other_is_not_enough() {
        let there = tempfile::tempdir().unwrap();
        let path = programs_in(there.path().join("path"), &["initdb"]);
        assert_eq!(installed_in(&[path], &there.path().join("none")), None);
    }
}
