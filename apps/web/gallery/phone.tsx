import '#kernel/ui/styles/tokens.css';
import '#kernel/ui/styles/shared.css';
import '#kernel/ui/phone/phone.css';
import { useState } from 'react';
import { FACES } from '#kernel/ui/face.tsx';
import { ScanFlash } from '#kernel/ui/phone/flash.tsx';
import {
  AskSheet,
  BigButton,
  BigNumber,
  ButtonRow,
  EmptyFace,
  ErrorFace,
  flash,
  LastLine,
  LoadingFace,
  PhoneCard,
  PhoneChoice,
  PhoneInput,
  PhoneList,
  PhonePage,
  PhoneRow,
  PinPad,
  Progress,
  ScanField,
  SideButton,
  StateFace,
  SyncBadge,
  ToneBadge,
} from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mount } from './mount.tsx';
import { mark, text } from './sample.ts';

/** `?part=field|forms|sheet|faces`: one phone page each, as a person would see it. */
function PhoneGallery() {
  const part = new URLSearchParams(window.location.search).get('part');
  if (part === 'forms') return <Forms />;
  if (part === 'faces') return <Faces />;
  if (part === 'sheet') return <Sheet />;
  return <Field />;
}

function Field() {
  const t = useText(text);
  const [codes, setCodes] = useState<readonly { readonly id: number; readonly line: string }[]>([]);
  return (
    <PhonePage
      title={t('title')}
      mark={mark}
      back="/phone.html"
      field
      aside={<SyncBadge pending={12} refused={0} offline never={false} />}
      actions={
        <>
          <ScanField
            label={t('scan')}
            onCode={(code, way) => {
              setCodes((taken) => [...taken, { id: taken.length, line: `${way} ${code}` }]);
              flash('done', t('taken'));
            }}
          />
          <ButtonRow>
            <SideButton onPress={() => undefined}>{t('room')}</SideButton>
            <SideButton onPress={() => undefined}>{t('name')}</SideButton>
            <SideButton onPress={() => flash('refused', t('why'))}>{t('close')}</SideButton>
          </ButtonRow>
        </>
      }
    >
      <BigNumber label={t('tube')} value={7} of={10} />
      <Progress value={7} max={10} label={t('tube')} />
      <LastLine action={<SideButton onPress={() => flash('flagged', t('last'))}>{t('close')}</SideButton>}>
        {t('last')}
      </LastLine>
      <ol aria-label={t('scan')} data-codes>
        {codes.map(({ id, line }) => (
          <li key={id}>{line}</li>
        ))}
      </ol>
    </PhonePage>
  );
}

function Forms() {
  const t = useText(text);
  const [phone, setPhone] = useState('1390000');
  const [ratio, setRatio] = useState<'5' | '10' | '20'>('10');
  const [pin, setPin] = useState('');
  return (
    <PhonePage title={t('enter')} actions={<BigButton onPress={() => undefined}>{t('save')}</BigButton>}>
      <PhoneInput label={t('phone')} value={phone} onChange={setPhone} type="tel" error={t('phone-bad')} />
      <PhoneChoice
        label={t('size')}
        value={ratio}
        onChange={setRatio}
        options={[
          { value: '5', label: '1:5' },
          { value: '10', label: '1:10' },
          { value: '20', label: '1:20' },
        ]}
      />
      <PinPad length={6} label={t('enter')} onDone={setPin} />
      <output data-pin>{pin.length}</output>
    </PhonePage>
  );
}

function Faces() {
  const t = useText(text);
  return (
    <PhonePage title={t('group')} mark={mark} back="/phone.html">
      <p>
        {FACES.map((face) => (
          <StateFace key={face} face={face} />
        ))}
      </p>
      <p>
        <ToneBadge tone="red" word={t('lockdown')} /> <ToneBadge tone="orange" word={t('control')} />{' '}
        <ToneBadge tone="blue" word={t('precaution')} />
      </p>
      <PhoneCard title={t('card')} mark={mark} to="/phone.html" aside={<StateFace face="late" />}>
        <span>{t('card-when')}</span>
      </PhoneCard>
      <PhoneList label={t('rows')}>
        <PhoneRow title={t('last')} detail={t('card-when')} aside={<StateFace face="pending" />} />
        <PhoneRow
          title={t('last')}
          detail={t('why')}
          aside={<StateFace face="refused" />}
          onPress={() => undefined}
        />
      </PhoneList>
      <BigButton onPress={() => undefined} disabled why={t('why')}>
        {t('close')}
      </BigButton>
      <EmptyFace title={t('empty')} next={t('empty-next')} />
      <LoadingFace />
      <ErrorFace error={new TypeError('network')} retry={() => undefined} />
    </PhonePage>
  );
}

function Sheet() {
  const t = useText(text);
  const [open, setOpen] = useState(true);
  return (
    <PhonePage title={t('title')} mark={mark}>
      <SideButton onPress={() => setOpen(true)}>{t('close')}</SideButton>
      {open ? (
        <AskSheet
          title={t('close')}
          yes={t('close')}
          danger
          onYes={() => setOpen(false)}
          onNo={() => setOpen(false)}
        >
          <p>{t('why')}</p>
        </AskSheet>
      ) : null}
    </PhonePage>
  );
}

mount('phone', PhoneGallery, ({ children }) => (
  <div
    style={{ display: 'flex', flexDirection: 'column', minHeight: '100vh', maxWidth: 720, margin: '0 auto' }}
  >
    {children}
    <ScanFlash />
  </div>
));
