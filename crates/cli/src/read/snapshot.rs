//! A web page that a browser saved with all its parts: a mail whose first part is the page.

use mail_parser::{HeaderValue, Message, MessageParser};

use super::{
    facts::{Facts, filled},
    intake::{Read, Unread},
    page,
};

/// The article of the page; its address stands in the mail's headers.
pub(super) fn read(bytes: &[u8]) -> Read {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Err(Unread::Broken(
            "not a web page that a browser saved; save it again as .html".to_owned(),
        ));
    };
    let Some(html) = message.body_html(0) else {
        return Err(Unread::left_out("no web page is in it"));
    };
    let (facts, text) = page::article(&html)?;
    let headers = Facts {
        url: address(&message),
        title: message.subject().and_then(filled),
        ..Facts::default()
    };
    Ok((facts.or(headers), text))
}

fn address(message: &Message) -> Option<String> {
    ["Snapshot-Content-Location", "Content-Location"]
        .iter()
        .find_map(|name| match message.header(*name)? {
            HeaderValue::Text(url) => filled(url),
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_a_snapshot_is_read() {
        let paragraph = "Six soldiers were killed near Harran on Monday, the army said, and two more are=\r\n missing after the clash. ".repeat(6);
        let mail = format!(
            "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://wire.example/six\r\n\
             Subject: Six dead\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/related; type=\"text/html\"; boundary=\"--x\"\r\n\r\n\
             ----x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
             <!DOCTYPE html><html><head><meta charset=3D\"utf-8\"><title>Six dead</title></head>\
             <body><article><h1>Six dead</h1><p>In M=C3=A1laga: {paragraph}</p></article></body></html>\r\n\
             ----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0=\r\n----x--\r\n"
        );
        let (facts, text) = read(mail.as_bytes()).expect("a page");
        assert!(
            text.contains("In Málaga: Six soldiers were killed"),
            "{text}"
        );
        assert!(text.contains("more are missing"), "{text}");
        assert_eq!(facts.url.as_deref(), Some("https://wire.example/six"));
        assert_eq!(facts.title.as_deref(), Some("Six dead"));
    }

    #[test]
    fn a_snapshot_of_something_else_is_left_out() {
        let mail = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nabc\r\n--x--\r\n";
        assert_eq!(read(mail), Err(Unread::left_out("no web page is in it")));
    }
}
