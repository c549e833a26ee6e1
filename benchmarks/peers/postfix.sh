#!/usr/bin/env bash
# A whole postfix of one's own, as root, on a loopback port: the real peer of journeys and benchmarks. Its queue is as durable as postfix makes it.
#   postfix.sh start FOLDER PORT mailbox          takes every mail into maildirs below FOLDER/mail
#   postfix.sh start FOLDER PORT pass NEXT_PORT   passes every mail on to 127.0.0.1:NEXT_PORT
#   postfix.sh stop FOLDER
set -euo pipefail
verb=${1:?} folder=${2:?}
if [ "$verb" = stop ]; then exec postfix -c "$folder/conf" stop; fi
port=${3:?} mode=${4:?}
mkdir -p "$folder"/conf "$folder"/queue "$folder"/data "$folder"/mail
chmod 755 "$folder"
chown postfix "$folder/data"
chown nobody "$folder/mail"
case $mode in
  mailbox) way="virtual_mailbox_domains = static:ALL
virtual_mailbox_base = $folder/mail
virtual_mailbox_maps = static:all/
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
virtual_mailbox_limit = 0" ;;
  pass) way="relayhost = [127.0.0.1]:${5:?}" ;;
  *) echo "postfix.sh: mailbox or pass" >&2; exit 2 ;;
esac
cat > "$folder/conf/main.cf" <<X
compatibility_level = 3.6
config_directory = $folder/conf
queue_directory = $folder/queue
data_directory = $folder/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = inside.sekisho.example
mydestination =
mynetworks = 127.0.0.0/8
smtpd_recipient_restrictions = permit_mynetworks, reject
message_size_limit = 0
maillog_file = $folder/mail.log
maillog_file_prefixes = /tmp, /var, $folder
$way
X
cat > "$folder/conf/master.cf" <<X
127.0.0.1:$port inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
X
exec postfix -c "$folder/conf" start
