/**
 * Passwords of twelve characters and more that stand high in the lists of leaked ones (rule of NIST SP 800-63B
 * §3.1.1.2), and words that people put digits around. Shorter ones are refused for their length.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6 q1w2e3r4t5y6u7 1qaz2wsx3edc
1qaz2wsx3edc4rfv 1qazxsw23edc qazwsxedcrfv qazwsxedc123 zaq12wsxcde3 zaq1zaq1zaq1 1234qwerasdf qwerasdfzxcv
qweasdzxc123 asdfghjkl123 qwertyuiop123 qwerty123456 123456qwerty 123456789qwerty qwerty123456789 qwertyasdfgh
abcdefghijkl abcd1234abcd abc123abc123 abcabcabcabc a1b2c3d4e5f6 aa123456789a 123456789abc abc123456789
passwordpassword password1234 password12345 password123456 password123456789 passw0rd1234 p@ssw0rd1234 p@ssword1234
mypassword123 thisisapassword thispassword mypasswordis newpassword1 newpassword123 changeme1234 changemeplease
adminadmin123 administrator administrator1 administrator123 adminpassword superadmin123 rootpassword letmeinplease
letmein12345 letmein123456 welcome12345 welcome123456 welcometomylife iloveyou1234 iloveyou12345 iloveyousomuch
iloveyoubabe iloveyoumore iloveyouforever ilovemyfamily ilovemymother ilovemyself1 lovelovelove loveyouforever
forgetmenot1 trustno1trustno1 opensesame12 correcthorsebatterystaple correct horse battery staple
correct-horse-battery-staple monkeymonkey dragondragon footballfootball football1234 liverpoolfc123 manchesterunited
manchestercity chelseafc1234 norwichcity12 norwichcityfc ontheballcity arsenalfc1234 westhamunited tottenham123
sunshine1234 princess1234 superman1234 batmanbatman spiderman123 pokemon12345 starwars1234 harrypotter1 harrypotter123
hogwarts1234 liverpool123 liverpool1234 chocolate123 butterfly123 charlie12345 jessica12345 michael12345
ashley123456 computer1234 internet1234 qwertyqwerty asdfasdfasdf zxcvbnmzxcvbnm testtesttest testing12345
guestguest12 secretsecret secret123456 whatever1234 nothing12345 blink182blink abcd12345678 a123456789a1
asdf12345678 google123456 facebook1234 samsung12345 playstation3 playstation4 counterstrike callofduty12 minecraft123
unbelievable masterofpuppets slipknot1234 metallica123 linkinpark12 greendayrocks rangersfc1234 celticfc1888
fuckyou12345 fuckyoufuckyou babygirl1234 motherfucker 111222333444 112233445566 121212121212 123123123123
123321123321 102030405060 147258369147 147852369147 159753159753 159357159357 314159265358 741852963741 789456123789
963852741963 987654321987 987654321000 010203040506 101010101010 131313131313 696969696969
`
    .trim()
    .split(/\s+/),
);

/** Alone, or with digits and signs around them, these are guessed first. */
export const commonWords: readonly string[] = [
  "password",
  "passwort",
  "passphrase",
  "qwerty",
  "qwertyuiop",
  "letmein",
  "welcome",
  "changeme",
  "iloveyou",
  "admin",
  "administrator",
  "assembly",
  "charity",
  "norfolk",
  "norwich",
  "waveney",
  "volunteer",
  "volunteering",
  "football",
  "liverpool",
  "sunshine",
  "princess",
  "monkey",
  "dragon",
];
