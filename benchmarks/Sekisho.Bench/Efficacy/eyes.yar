// What must not be in anything that is delivered. Written for this benchmark; run over files and over everything packed in them.
rule marker { strings: $a = "SEKISHO-EVIL" ascii wide nocase condition: $a }
rule macro_project { strings: $a = "vbaProject.bin" $b = "_VBA_PROJECT" wide $c = "Attribute VB_Name" condition: any of them }
rule basic_library { strings: $a = "<script:module" $b = "library:library " condition: any of them }
rule program { strings: $a = "This program cannot be run in DOS mode" condition: $a }
rule dde { strings: $a = "<ddeLink" $b = /<w:instrText[^>]{0,60}>\s{0,9}DDE/ nocase $c = "text:dde-connection" condition: any of them }
rule fetches { strings: $a = /Type="[^"]{0,120}\/(attachedTemplate|oleObject|frame|subDocument|externalLinkPath|package|control)"/ $b = "section-source" $c = "WEBSERVICE(" nocase $d = "<w:altChunk" condition: any of them }
rule script_in_page { strings: $a = /<script[\s>]/ nocase $b = /\son(load|click|error)\s{0,3}=\s{0,3}["']/ nocase $svg = "<svg" $html = "<html" nocase condition: ($svg or $html) and ($a or $b) }
rule old_container { strings: $a = { D0 CF 11 E0 A1 B1 1A E1 } condition: $a at 0 }
