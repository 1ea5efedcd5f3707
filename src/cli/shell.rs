//! `hieucan completions`: what a shell needs to complete a command line.

use clap::Command;
use clap_complete::{Shell as Target, generate};

use super::Ending;
use super::terminal::Terminal;

/// A shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shell {
    /// GNU Bash.
    Bash,
    /// Z shell.
    Zsh,
    /// Fish.
    Fish,
    /// PowerShell.
    Power,
}

impl Shell {
    /// Every shell, in the order in which they are offered.
    pub const ALL: [Shell; 4] = [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::Power];

    /// Its name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Shell::Bash => "bash",
            Shell::Zsh => "zsh",
            Shell::Fish => "fish",
            Shell::Power => "powershell",
        }
    }
}

/// Prints the script by which `shell` completes the lines of `program`.
pub fn run(shell: Shell, mut program: Command, terminal: &Terminal) -> Ending {
    let target = match shell {
        Shell::Bash => Target::Bash,
        Shell::Zsh => Target::Zsh,
        Shell::Fish => Target::Fish,
        Shell::Power => Target::PowerShell,
    };
    let mut script = Vec::new();
    generate(target, &mut program, "hieucan", &mut script);
    terminal.results(|out| out.write_all(&script), Ending::Done)
}
